/** Before a figure: the works are not there, or it must not be written down. */
export const NOT_REACHED =
  /(?:(?:没有?|未能?|尚未|不能|不可能|不会)(?:能|有)?(?:完成|达到?|做到|到|超过)?了?|不到|不足|不是|并非|不止|(?:别|不要|不用|勿|莫|不能)[给把又再]?(?:[记写报说填算当][成为作]?)?|(?:距|(?<![搬撤])离)|(?:(?<![工认许])可以?|(?<![功节供智])能够?)(?:完成|达到?|做到|到))\s?$/;

/** Before a figure or a milestone in its sentence: on a condition, from hearsay. */
export const CONDITION =
  /如果|假如|假设|倘若|要是|若(?!干|非)|一旦|只要|除非|万一|听说|听[^，,。；;\d]{1,8}[说讲](?!明|解)|据说|据传|听闻|传闻|听人说|(?:^|[，,。；;\s])(?:老|小)?[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤](?:[\u4e00-\u9fa5]{1,2}|工|总)?说(?!明|是|定|好)|据报道|(?:有人|别人|他们?|她们?|网上|新闻|群里|会上|开会|领导)(?:都|也|就)?说/;

/** Behind a figure: somebody has seen what was reported before. */
export const SEEN = /^[^，,。；;\n\d]{0,4}(?:已记|记下了|看到了|看见了|知道了|收到了?$)/;

/** Behind a figure: it is not so, and somebody says so. */
export const FALSE_BEHIND =
  /^\s*(?:这个?)?(?:数据?|数字)?(?:是|都是|纯属)?(?:(?:先|暂时?)不[报填写记](?!错)|假的|假数|假话|瞎[说编写报]|乱[说编写报]|编的|胡[说编写]|骗人|虚的|虚报|谣言|开玩笑|玩笑)/;

/** Before a figure in its sentence: it is told and yet not reported. */
export const NOT_REPORTED =
  /(?:^|[，,。；;])[^\d，,。；;]*(?:(?:先|暂时?|暂且|还是)(?:都)?不(?:报|填|写|记)(?!错|批|审|建)|不[报填]了)[^\d]*$/;

/** At the beginning or the end of a message: nothing of it is to be written. */
export const NOT_TO_BE_WRITTEN =
  /^\s*(?:请|千万|先|暂时|这个|这条|下面的?)*(?:别|不要|不用|不必|勿|莫|无需)(?:先|再|急着|给我|帮我|往里)?(?:记录?|登记|记账|入账|入库|录入?|存|写)(?:了|啊|哦|下来|进去|上)*[\s，,。.！!：:；;~]+|[\s，,。.！!；;](?:请|千万|先|暂时|这个|这条)*(?:别|不要|不用|不必|勿|莫|无需)(?:先|再|急着|给我|帮我)?(?:记录?|登记|记账|入账|入库|录入?)(?:了|啊|哦|下来|进去|上)*[\s。.！!~]*$/;

/** A guess, which only the speaker can turn into a fact. */
export const GUESS =
  /(?<!高)估计(?!数)|估摸|可能(?!性)|也许|或许|兴许|大概率|恐怕|说不定|猜|感觉|我看(?!了|过|到|看|一下)|好像|似乎|貌似|应该(?:已经?)?(?:有|到|在|快|能|会|差不多)|应该[^，,。；;\n]{0,16}吧/;

/** A wish: nothing of it is so. */
export const WISH = /就好了|(?:该|那)?多好|但愿|巴不得|恨不得|真想|(?:就|可)(?:太好|完美)了/;

/** What is still to come. */
export const INTENDED =
  /计划|[要需](?=完成|达到?|做到|干到|取得|拿到)|应(?:该)?(?:完成|达到)|拟(?=[\d于在建定年月])|预计|预期|力争|争取|打算|有望|目标|确保|下一步|下步|即将|过(?:几|两|些)天|近期|将(?:于|在|要|会)|快(?:要|能)?[^，,。]{0,8}了|马上(?:要|就)/;

/** Nobody knows yet, or it is too early to say. */
export const UNDECIDED =
  /还早|待定|未定|没定|还没谱|没个?准|不确定|不清楚|不知道|不好说|说不[准好清]|再说|再看|再定|另行通知|暂不|没统计|没出来|没算(?!错)|等通知|看情况/;

/** Of a day: the plan is no longer what it was. */
export const NO_LONGER =
  /黄了(?!灯)|吹了|不搞了|不做了|来不及|赶不上|赶不及|完不成|够呛|无望|泡汤|取消|作罢|不(?:可能|现实)|做不到|悬了|难度(?:很|较|比较)?大|不(?:会|再|打算|准备)(?!议|计|展)/;
/** Said behind a figure or a plan, in its sentence: it may not be so. */
export const DOUBTED_BEHIND =
  /我看悬|悬了|有点悬|够呛|难说|不好说|说不准|未必|不一定|不太(?:可能|确定|准|靠谱)|不(?:确定|准确|太准)|待(?:核|确认)|(?:还|要|得|需)(?:再|去)?(?:核[实对]|确认)|我(?:看|觉得)(?:也|就|还|是)?(?:没有?|不[止到是])|没(?:有)?[那这]么[多高快]|假的|[瞎乱]报|没(?:核|确认)|还没(?:核|确认)|再(?:核|确认)|仅供参考|不作数|拿不准|记不清|听他们?说|道听途说/;
/** 原定月底开工: what was planned once. */
export const FORMER_PLAN = /本来|原本|原先|原定|原计划|原来/;

/** What is asked is no news, also where nobody knows the answer. */
export const ASKED =
  /什么时候|何时|几时|[哪几]天|怎么(?:还|没|又)|为什么|为啥|能不能|是不是|是否|[?？]|[吗么呢]$/;
