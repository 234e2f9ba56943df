/**
 * The one script of the HTML file, as it stands in it: pan and zoom of the picture by pointer, wheel and keys, order and search in
 * the tables. Without it everything can still be read: marks are links, tables are tables.
 */
export const DOCUMENT_SCRIPT = `
(function () {
	var box = document.querySelector('.timeline');
	var svg = box && box.querySelector('svg');
	if (svg) {
		var whole = svg.getAttribute('viewBox').split(' ').map(Number);
		var view = whole.slice();
		var show = function () {
			view[2] = Math.min(whole[2], Math.max(whole[2] / 12, view[2]));
			view[3] = view[2] * whole[3] / whole[2];
			view[0] = Math.min(whole[2] - view[2], Math.max(0, view[0]));
			view[1] = Math.min(whole[3] - view[3], Math.max(0, view[1]));
			svg.setAttribute('viewBox', view.join(' '));
		};
		var zoom = function (factor, fx, fy) {
			var before = view.slice();
			view[2] = before[2] * factor;
			view[2] = Math.min(whole[2], Math.max(whole[2] / 12, view[2]));
			view[0] = before[0] + (before[2] - view[2]) * fx;
			view[1] = before[1] + (before[3] - view[2] * whole[3] / whole[2]) * fy;
			show();
		};
		var move = function (x, y) { view[0] += x * view[2]; view[1] += y * view[3]; show(); };
		box.addEventListener('keydown', function (e) {
			if (e.ctrlKey || e.metaKey || e.altKey) return;
			var step = 0.1;
			if (e.key === 'ArrowLeft' && view[2] < whole[2]) move(-step, 0);
			else if (e.key === 'ArrowRight' && view[2] < whole[2]) move(step, 0);
			else if (e.key === 'ArrowUp' && view[2] < whole[2]) move(0, -step);
			else if (e.key === 'ArrowDown' && view[2] < whole[2]) move(0, step);
			else if (e.key === '+' || e.key === '=') zoom(0.8, 0.5, 0.5);
			else if (e.key === '-' || e.key === '\\u2212') zoom(1.25, 0.5, 0.5);
			else if (e.key === '0' || e.key === 'Home') { view = whole.slice(); show(); }
			else return;
			e.preventDefault();
		});
		box.addEventListener('wheel', function (e) {
			if (!e.ctrlKey && !e.metaKey) return;
			e.preventDefault();
			var rect = svg.getBoundingClientRect();
			zoom(Math.exp(e.deltaY * 0.002), (e.clientX - rect.left) / rect.width, (e.clientY - rect.top) / rect.height);
		}, { passive: false });
		var from = null;
		var moved = false;
		svg.addEventListener('pointerdown', function (e) { if (e.button === 0) { from = [e.clientX, e.clientY]; moved = false; } });
		addEventListener('pointermove', function (e) {
			if (!from) return;
			if (!moved && Math.abs(e.clientX - from[0]) + Math.abs(e.clientY - from[1]) < 5) return;
			moved = true;
			var rect = svg.getBoundingClientRect();
			move((from[0] - e.clientX) / rect.width, (from[1] - e.clientY) / rect.height);
			from = [e.clientX, e.clientY];
		});
		addEventListener('pointerup', function () { from = null; });
		addEventListener('pointercancel', function () { from = null; });
		svg.addEventListener('dragstart', function (e) { e.preventDefault(); });
		svg.addEventListener('click', function (e) { if (moved) { e.preventDefault(); moved = false; } });
		box.addEventListener('focusin', function (e) {
			if (view[2] >= whole[2] || !e.target.getBBox) return;
			var at = e.target.getBBox();
			if (at.x < view[0] || at.x > view[0] + view[2]) view[0] = at.x - view[2] / 2;
			if (at.y < view[1] || at.y > view[1] + view[3]) view[1] = at.y - view[3] / 2;
			show();
		});
	}
	var compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
	document.querySelectorAll('table.records').forEach(function (table) {
		table.querySelectorAll('thead th').forEach(function (head, column) {
			var button = document.createElement('button');
			button.type = 'button';
			while (head.firstChild) button.appendChild(head.firstChild);
			head.appendChild(button);
			button.addEventListener('click', function () {
				var down = head.getAttribute('aria-sort') === 'ascending';
				table.querySelectorAll('th').forEach(function (other) { other.removeAttribute('aria-sort'); });
				head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
				var body = table.tBodies[0];
				var key = function (row) { var cell = row.cells[column]; return cell.getAttribute('data-key') || cell.textContent.trim(); };
				Array.from(body.rows).map(function (row, place) { return [row, place]; }).sort(function (a, b) {
					return (down ? -1 : 1) * compare(key(a[0]), key(b[0])) || a[1] - b[1];
				}).forEach(function (pair) { body.appendChild(pair[0]); });
			});
		});
	});
	var find = document.querySelector('.find');
	if (find) {
		find.hidden = false;
		var input = find.querySelector('input');
		var output = find.querySelector('output');
		var fold = function (text) {
			return text.normalize('NFKD').replace(/[\\u0300-\\u036f\\u064b-\\u065f\\u0670\\u0640]/g, '').replace(/\\u200c/g, ' ')
				.replace(/[\\u064a\\u0649]/g, '\\u06cc').replace(/\\u0643/g, '\\u06a9').replace(/[\\u0660-\\u0669]/g, function (d) { return d.charCodeAt(0) - 0x660; })
				.replace(/[\\u06f0-\\u06f9]/g, function (d) { return d.charCodeAt(0) - 0x6f0; }).toLowerCase();
		};
		input.addEventListener('input', function () {
			var words = fold(input.value).split(/\\s+/).filter(Boolean);
			var count = 0;
			document.querySelectorAll('table.records tbody tr').forEach(function (row) {
				var text = fold(row.textContent);
				row.hidden = !words.every(function (word) { return text.includes(word); });
				if (!row.hidden) count += 1;
			});
			var counts = JSON.parse(output.getAttribute('data-counts'));
			output.textContent = words.length ? counts[Math.min(count, counts.length - 1)] : '';
		});
	}
})();
`;
