/**
 * Paints a canvas in device pixels with CSS px as the painter's unit; resizes it where needed, which also clears it.
 * @param magnified how many times larger a transform around the canvas shows it
 */
export function paintOn(
	canvas: HTMLCanvasElement,
	width: number,
	height: number,
	painter: (context: CanvasRenderingContext2D) => void,
	magnified = 1
): void {
	const context = canvas.getContext('2d');
	if (!context) return;
	const ratio = devicePixelRatio * magnified;
	const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
	if (canvas.width !== w || canvas.height !== h) {
		canvas.width = w;
		canvas.height = h;
		canvas.style.inlineSize = `${w / ratio}px`;
		canvas.style.blockSize = `${h / ratio}px`;
	}
	context.setTransform(ratio, 0, 0, ratio, 0, 0);
	context.clearRect(0, 0, width, height);
	painter(context);
}
