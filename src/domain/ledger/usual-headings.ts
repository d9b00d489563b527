/**
 * Level-2 headings an indicator usually stands under, by its level-1 heading (财预〔2021〕101号; 成本 under 产出 as
 * 财预〔2020〕10号 has it). Only offered to whoever types: a place may have others.
 */
export const usualHeadings: Readonly<Record<string, readonly string[]>> = {
  成本指标: ['经济成本指标', '社会成本指标', '生态环境成本指标'],
  产出指标: ['数量指标', '质量指标', '时效指标', '成本指标'],
  效益指标: ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'],
  满意度指标: ['服务对象满意度指标'],
}
