import { loadHome } from '@/lib/navigation/loaders';

/** The bare address leads each role to its own screen. */
export default function Page(): Promise<never> {
  return loadHome();
}
