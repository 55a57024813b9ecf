import type { Metadata } from 'next';
import { LearningScreen } from '@/components/learning/learning-screen';
import { loadLearning } from '@/lib/learning/loaders';

export const metadata: Metadata = { title: 'Learn from deals' };

/** Points learned from closed deals, to be read and made a draft. */
export default async function LearnPage() {
  return <LearningScreen view={await loadLearning()} />;
}
