import { walkCharts } from './charts.ts'
import { showFlames } from './flames.ts'

walkCharts(document)
showFlames(document)
