/** Attempts to give the reader orders instead of telling it facts. Nothing in them is a report. */
export const OVERRIDE =
  /(?:忽略|无视|忘记|忘掉|跳过|绕过|不要管|不用管|disregard|ignore|forget)[^。；;\n]{0,20}(?:规则|指令|指示|要求|限制|设定|权限|校验|instruction|prompt|rules?|previous|above)|(?:system|系统)\s*prompt|系统提示|你现在(?:是|扮演)|假装你|(?:所有|全部|每个|各个?|一切)(?:的)?(?:项目|数据|进度|记录)[^。；;\n]{0,10}(?:改成|改为|设为|设成|置为|调成|更新为|清空|清零|删除|删掉|归零)|(?:drop|delete|update|insert|select)\s+(?:table|from|into|\*|\w+\s+set)|<script|"tag"\s*:/;
