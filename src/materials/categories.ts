/** What a material is for: 爆品 验货实拍 生活 干货 早晚安 招募 节日 互动. */
export const CATEGORIES = ['hot', 'inspected', 'life', 'tips', 'greeting', 'recruit', 'festival', 'interactive'] as const;
export type Category = (typeof CATEGORIES)[number];
