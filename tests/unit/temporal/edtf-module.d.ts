/** The package ships no types; this is the part the tests ask. */
declare module 'edtf' {
	export default function edtf(text: string): { readonly min: number; readonly max: number };
}
