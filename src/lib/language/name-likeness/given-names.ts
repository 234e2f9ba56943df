import { fold } from '../fold.ts';

/**
 * Given names that sound alike without their vowels and are different names all the same: Mohammad and Mahmoud, Oleg and
 * Olga. A row of spellings is one name; two rows are never one.
 */
const NAMES: readonly string[] = [
	'mohammad muhammad mohammed mohamed mohamad muhammed محمد мохаммад мухаммад мохаммед мухаммед магомед',
	'mahmoud mahmud mahmood محمود махмуд',
	'ahmad ahmed احمد ахмад ахмед',
	'hamid hameed حمید хамид',
	'hamed حامد хамед',
	'hassan hasan حسن хасан гасан',
	'hossein hussein hosein husain hussain حسین хосейн хуссейн хусейн гусейн',
	'mohsen muhsin mohsin محسن мохсен мухсин',
	'nasr نصر наср',
	'naser nasser nasir ناصر насер насир',
	'samir sameer سمیر самир',
	'samar سمر самар',
	'amir ameer امیر амир',
	'omar umar عمر омар умар',
	'ali علی али',
	'leila layla لیلا لیلی лейла',
	'akram اکرم акрам',
	'karim kareem کریم карим',
	'salim saleem سلیم салим',
	'salem سالم салем',
	'salam سلام салам',
	'said saeed saeid سعید саид саиид',
	'saad سعد саад',
	'asad اسد асад',
	'khaled khalid خالد халед халид',
	'khalil خلیل халил',
	'rashid rasheed رشید рашид',
	'majid majeed مجید маджид',
	'majed ماجد маджед',
	'jamal gamal جمال джамал',
	'jamil gamil جمیل джамиль',
	'kamal کمال камал камаль',
	'kamel کامل камель',
	'maryam مریم марьям',
	'meysam meisam maysam میثم میسم мейсам',
	'oleg اولگ اولیغ олег',
	'olga اولگا ольга',
	'ivan ایوان ایفان иван',
	'yan ян',
	'anna آنا انا анна',
	'inna инна',
	'marina مارینا марина',
	'miron мирон',
	'andrey andrei اندرو اندری андрей',
	'ilya ایلیا илья',
	'yulia julia یولیا юлия',
	'roman رومن رومان роман',
	'ramin رامین рамин',
	'alexander aleksandr alexandr الکساندر الکسندر александр',
	'alexandra aleksandra الکساندرا александра'
];

const NAME_OF = new Map(NAMES.flatMap((row, name) => row.split(' ').map((spelling) => [fold(spelling), name] as const)));

/** Whether two folded words are known to be different given names, however alike they sound. */
export function differentGivenNames(a: string, b: string): boolean {
	const left = NAME_OF.get(a);
	const right = NAME_OF.get(b);
	return left !== undefined && right !== undefined && left !== right;
}
