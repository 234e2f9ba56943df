import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';

/** Where a server can be opened, by what it was started with. */
export interface StartedWith {
	/** Public address of a proxy before it; null: none. */
	readonly origin: string | null;
	readonly host: string;
	readonly port: number;
}

type Interfaces = Readonly<Record<string, readonly Pick<NetworkInterfaceInfo, 'address' | 'family' | 'internal'>[] | undefined>>;

/**
 * The address to print for opening the server: its public one, else the one it listens on. `0.0.0.0` and `::` mean every address of
 * the machine and can be opened by none: then the machine's first one that others reach, IPv4 before IPv6.
 */
export function openAddress({ origin, host, port }: StartedWith, interfaces: Interfaces = networkInterfaces()): string {
	if (origin !== null) return origin;
	if (host !== '0.0.0.0' && host !== '::') return `http://${bracketed(host)}:${port}`;
	const others = Object.values(interfaces)
		.flatMap((each) => each ?? [])
		// Addresses of one link need its name beside them, which no browser takes.
		.filter(({ internal, address }) => !internal && !address.startsWith('fe80'));
	const found = others.find(({ family }) => family === 'IPv4') ?? (host === '::' ? others[0] : undefined);
	return `http://${bracketed(found?.address ?? '127.0.0.1')}:${port}`;
}

function bracketed(host: string): string {
	return host.includes(':') ? `[${host}]` : host;
}
