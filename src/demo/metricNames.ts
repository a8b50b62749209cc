// What metrics are called where a reader meets them: the same names as in the pictures.
export { nameOfMetric as metricNames } from '../plots/metricNames.ts';
