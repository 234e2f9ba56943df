/** People and how they are written in four scripts: those of the seeds, and public figures whose names are spelled in many ways. A row is one person. */
export const NAMED_PEOPLE: readonly (readonly string[])[] = [
	['Meysam Abedi', 'ميسم عابدي', 'ميثم عابدي', 'میثم عابدی', 'ميثم عبادي', 'Мейсам Абеди', 'Meisam Abedi'],
	['Alexander Shoitov', 'ألكسندر شفيتوف', 'الكسندر شويتوف', 'الکساندر شویتوف', 'Александр Шойтов', 'Aleksandr Shoytov'],
	['Kazem Jalali', 'كاظم جلالي', 'کاظم جلالی', 'Казем Джалали'],
	['Amir Mohammadzadeh Lajevardi', 'أمير محمد زاده لاجوردي', 'امیر محمدزاده لاجوردی', 'Амир Мохаммадзаде Ладжеварди'],
	['Sattar Hashemi', 'ستار هاشمي', 'ستار هاشمی', 'Саттар Хашеми'],
	['Grigor Hakobyan', 'غريغور هاكوبيان', 'گریگور هاکوبیان', 'Григор Акопян'],
	['Behzad Akbari', 'بهزاد أكبري', 'بهزاد اکبری', 'Бехзад Акбари'],
	['Issa Zarepour', 'عيسى زارع بور', 'عیسی زارع‌پور', 'Иса Зарепур'],
	['Shirin Ebadi', 'شيرين عبادي', 'شیرین عبادی', 'Ширин Эбади'],
	['Sergey Lavrov', 'سيرغي لافروف', 'سرگئی لاوروف', 'Сергей Лавров', 'Sergei Lavrov'],
	['Abbas Araghchi', 'عباس عراقجي', 'عباس عراقچی', 'Аббас Аракчи', 'Abbas Araqchi'],
	['Mikhail Gorbachev', 'ميخائيل غورباتشوف', 'میخائیل گورباچف', 'Михаил Горбачёв'],
	['Mohammad Khatami', 'محمد خاتمي', 'محمد خاتمی', 'Мохаммад Хатами', 'Muhammad Khatami'],
	['Mahmoud Abbas', 'محمود عباس', 'Махмуд Аббас'],
	['Vladimir Putin', 'فلاديمير بوتين', 'ولادیمیر پوتین', 'Владимир Путин'],
	['Dmitry Medvedev', 'دميتري ميدفيديف', 'دمیتری مدودف', 'Дмитрий Медведев'],
	['Hassan Rouhani', 'حسن روحاني', 'حسن روحانی', 'Хасан Рухани'],
	['Hossein Amir-Abdollahian', 'حسين أمير عبد اللهيان', 'حسین امیرعبداللهیان', 'Хосейн Амир Абдоллахиян']
];
