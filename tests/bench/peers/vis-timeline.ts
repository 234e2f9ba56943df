import { DataSet } from 'vis-data/peer';
import { Timeline } from 'vis-timeline/peer';
import 'vis-timeline/styles/vis-timeline-graph2d.min.css';
import { show } from './contract.ts';

const WIDTH = 1150;

void show((element, { events, tracks }) => {
	const items = new DataSet(
		events.map(({ id, title, start, end, lane }) => ({
			id,
			group: lane,
			content: title,
			start,
			...(end === null ? { type: 'point' as const } : { end, type: 'range' as const })
		}))
	);
	const groups = new DataSet(tracks.map((content, id) => ({ id, content })));
	let drawn = false;
	const timeline = new Timeline(element, items, groups, { height: '640px', verticalScroll: true });
	timeline.on('changed', () => (drawn = true));
	const look = (start: number, end: number) => timeline.setWindow(start, end, { animation: false });
	return {
		painted: () => drawn && element.querySelector('.vis-item') !== null,
		look,
		panBy(px) {
			const { start, end } = timeline.getWindow();
			const by = (-px * (Number(end) - Number(start))) / WIDTH;
			look(Number(start) + by, Number(end) + by);
		},
		zoomBy(factor) {
			const { start, end } = timeline.getWindow();
			const middle = (Number(start) + Number(end)) / 2;
			const half = (Number(end) - Number(start)) / 2 / factor;
			look(middle - half, middle + half);
		}
	};
});
