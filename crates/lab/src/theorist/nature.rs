//! Those who begin with what man is like, whether bad, good or neither: what Herz is set against (A116).

use super::{Position, assumed, benign, doctrine, rendered, unprotected, unpunished, unseen, words};

pub(super) const POSITIONS: &[Position] = &[HOBBES, ROUSSEAU, MORGENTHAU, NIEBUHR, WILSON];

/// Gain, diffidence, glory, and no common power.
const HOBBES: Position = Position {
    id: "hobbes",
    name: words("Thomas Hobbes", "托马斯·霍布斯"),
    work: words("Leviathan, 1651", "《利维坦》，1651年"),
    summary: words(
        "Men seek gain, safety and glory, and no common power keeps them in awe.\n\
         Some are greedy, all expect it, and whoever waits perishes: a war of all against all.",
        "人逐利、猜疑、求荣，又没有使众人慑服的共同权力。\n\
         有人贪婪，人人料到，谁等待谁便灭亡：一切人反对一切人。",
    ),
    settings: &[
        unprotected(&["A28", "A127"]),
        unseen(&["A28", "A127"]),
        unpunished(&["A28", "A127"]),
        assumed(
            "issues.*.actors.*.greedy",
            "0.5",
            (0.2, 1.0),
            &["A20"],
            words(
                "gain and glory are among the motives; how often, nobody says",
                "逐利与求荣在动机之列；几率如何，无人说明",
            ),
        ),
        assumed(
            "issues.*.mistrust",
            "0.8",
            (0.5, 0.99),
            &["A20"],
            words("diffidence: the other is expected to be greedy", "猜疑：料定对方贪婪"),
        ),
        doctrine("worst-case", &["A20", "A130"], words("fear weighs more than belief", "恐惧重于信念")),
        assumed(
            "actors.*.worst_case",
            "0.5",
            (0.2, 1.0),
            &["A130"],
            words("Herz called the two of them twin brothers of fear", "赫兹称自己与霍布斯为“恐惧的孪生兄弟”"),
        ),
        assumed(
            "issues.*.first_strike",
            "0.5",
            (0.2, 1.0),
            &["A127"],
            words("a life “nasty, brutish and short”: to wait is to perish", "“卑污、残忍而短寿”的生活：等待便是灭亡"),
        ),
    ],
    by_construction: Some(words(
        "One motive in two is greedy by assumption, so about three runs in four are predation or a rivalry of greed.",
        "假定动机有一半贪婪，故约四分之三的运行是掠夺或贪婪之争。",
    )),
    beware: words(
        "Authority is his remedy: `--set issues.ISSUE.authority=0.9` brings the Leviathan in. Herz grants the motives and denies \
         that they would breed mistrust without anarchy (A120). The first paper glosses *homo homini lupus*, man a wolf to \
         man, as the war of all against all (X15); only the latter is meant here.",
        "权威是他的缓解办法：`--set issues.ISSUE.authority=0.9`即引入利维坦。赫兹承认这些动机，但否认没有无政府状态时它们会滋生猜疑（A120）。\
         第一篇论文把homo homini lupus（人对人是狼）解作“一切人反对一切人”（X15）；此处只指后者。",
    ),
};

/// The innocent savage under the pressure of structure, and the hunters of the stag.
const ROUSSEAU: Position = Position {
    id: "rousseau",
    name: words("Jean-Jacques Rousseau", "让-雅克·卢梭"),
    work: words(
        "Discourse on Inequality, 1755: the savage and the stag hunt",
        "《论人类不平等的起源》，1755年：野蛮人与猎鹿",
    ),
    summary: words(
        "The solitary savage knows neither good nor evil, and expects none.\n\
         Put among others with nobody above, he lives as they do: who doubts the other hunters goes for the hare.",
        "独自生活的野蛮人不知善恶，也不料想善恶。\n\
         一旦置身于他者之中而其上无人，便与他们一样生活：谁怀疑其他猎人，谁就去追兔子。",
    ),
    settings: &[
        unprotected(&["A127"]),
        unseen(&["A127"]),
        unpunished(&["A127"]),
        benign(&["A127"], words("innocent: without any notion of good and evil", "无辜：没有善恶是非观念")),
        assumed(
            "issues.*.mistrust",
            "0.1",
            (0.01, 0.3),
            &["A127"],
            words("innocence brings no hostile prior", "无辜者没有敌意的先验"),
        ),
        assumed(
            "empathy",
            "0",
            (0.0, 0.3),
            &["A127"],
            words("he has lived alone and puts himself in nobody's place", "独自生活，从不换位思考"),
        ),
        doctrine(
            "worst-case",
            &["A163"],
            words("the stag hunt: a doubt about the others is enough to leave it", "猎鹿：对他者稍有怀疑便足以离开"),
        ),
        assumed(
            "actors.*.worst_case",
            "0.5",
            (0.2, 1.0),
            &["A163"],
            words("the weight of that doubt", "这种怀疑的分量"),
        ),
    ],
    by_construction: Some(words(
        "Nobody is greedy by assumption, so no run is predation or a rivalry of greed; a floor under the decision weight lifts effort whatever is believed, so nearly every run is a dilemma.",
        "假定无人贪婪，故没有一次运行是掠夺或贪婪之争；决策权重有下限，无论相信什么，投入都会上升，故几乎每次运行都是困境。",
    )),
    beware: words(
        "Rousseau reaches the papers through Herz, who puts the savage into Hobbes's condition (A127), and through Waltz, who \
         retells the stag hunt (A163). It differs from `herz-1950` in beginning from innocence: nothing but structure and \
         doubt lifts effort.",
        "卢梭是经由赫兹（将野蛮人置于霍布斯的状态，A127）与华尔兹（转述猎鹿寓言，A163）进入两篇论文的。\
         与`herz-1950`的不同在于从无辜出发：使投入上升的只有结构与怀疑。",
    ),
};

/// Power for its own sake, and motives in disguise.
const MORGENTHAU: Position = Position {
    id: "morgenthau",
    name: words("Hans Morgenthau", "汉斯·摩根索"),
    work: words("Scientific Man vs. Power Politics, 1946", "《科学人对抗强权政治》，1946年"),
    summary: words(
        "Men want power without end, and not merely as a means.\n\
         They disguise it, the more so the deeper they are in politics; and nature does not change.",
        "人对权力的追求永无止境，权力不只是工具。\n\
         人们对此加以伪装，参与政治越深越是如此；而本性不会改变。",
    ),
    settings: &[
        rendered(
            "assumptions.objective",
            "power",
            &["A117", "A132"],
            words("everybody wants power for its own sake", "人人为权力而求权力"),
        ),
        assumed(
            "issues.*.greed_excess",
            "1",
            (0.5, 2.0),
            &["A117"],
            words("the quest is endless: e times what safety alone would ask", "追求永无止境：为安全所需的e倍"),
        ),
        assumed(
            "issues.*.opacity",
            "1",
            (0.7, 2.0),
            &["A117"],
            words("the truth about politics is disguised, distorted, embellished", "政治的真相被伪装、歪曲、粉饰"),
        ),
        rendered(
            "actors.*.forgetting",
            "0",
            &["A119"],
            words("nature does not change with governments", "本性不随政府更替而变"),
        ),
    ],
    by_construction: Some(words(
        "Everybody is greedy by assumption, so every pair is a rivalry of greed and never a dilemma.",
        "假定人人贪婪，故每一对都是贪婪之争而绝非困境。",
    )),
    beware: words(
        "A `greedy` set by hand changes nothing while `assumptions.objective` is `power`. Whether all \
         know what all want is left to the scenario; in `niebuhr` they do.",
        "只要`assumptions.objective`为`power`，另设`greedy`便毫无作用。众人是否知道彼此所求，取自情景；在`niebuhr`中则人人知道。",
    ),
};

/// Original sin: in everybody, known to everybody, reached by no structure.
const NIEBUHR: Position = Position {
    id: "niebuhr",
    name: words("Reinhold Niebuhr", "雷茵霍尔德·尼布尔"),
    work: words("Moral Man and Immoral Society, 1932", "《道德的人与不道德的社会》，1932年"),
    summary: words(
        "Conflict comes from original sin, which is in everybody and known to be.\n\
         No structure reaches it, so peace is brief.",
        "冲突源于原罪，人人有之，人人知之。\n\
         任何结构都触及不到它，因此和平只是短暂现象。",
    ),
    settings: &[
        doctrine(
            "human-nature",
            &["A118"],
            words("all are greedy, and all expect it of all", "人人贪婪，也都料定他者贪婪"),
        ),
        rendered(
            "issues.*.sanction",
            "0",
            &["A118", "A119"],
            words("no fine changes the motive", "任何惩罚都不改变动机"),
        ),
        rendered("actors.*.forgetting", "0", &["A119"], words("nature cannot change", "人性无法改变")),
    ],
    by_construction: Some(words(
        "Everybody is greedy by assumption, and expected to be, so every pair is a rivalry of greed and never a dilemma.",
        "假定人人贪婪，也都料定他者贪婪，故每一对都是贪婪之争而绝非困境。",
    )),
    beware: words(
        "Authority is left as the scenario has it: it \
         still takes threat away and leaves the motive (A132). The paper has one sentence on him.",
        "权威依情景所定：它仍能消除威胁，但不触及动机（A132）。论文关于他只有一句话。",
    ),
};

/// Law without a sheriff.
const WILSON: Position = Position {
    id: "wilson",
    name: words("Woodrow Wilson", "伍德罗·威尔逊"),
    work: words("The Fourteen Points, 1918", "《十四点计划》，1918年"),
    summary: words(
        "Men are good and reason works, so law, rules and morality can bind states.\n\
         Acts become visible and trust follows; nobody enforces anything.",
        "人性善良，理性有效，因此法律、规章与道德足以约束国家。\n\
         行为变得可见，信任随之而来；但无人强制执行。",
    ),
    settings: &[
        doctrine(
            "trusting",
            &["A122"],
            words("blind faith in good nature: the other is taken to mean well", "盲目相信人性善良：认定对方怀有善意"),
        ),
        assumed(
            "issues.*.mistrust",
            "0.05",
            (0.01, 0.2),
            &["A122"],
            words("the same faith at the start", "起始时的同一信念"),
        ),
        assumed(
            "issues.*.rules",
            "0.4",
            (0.2, 0.8),
            &["A122"],
            words("international law and rules make acts plain", "国际法与规章使行为可见"),
        ),
        rendered(
            "issues.*.authority",
            "0",
            &["A122"],
            words("law protects nobody by itself", "法律本身保护不了任何人"),
        ),
        rendered("issues.*.sanction", "0", &["A122"], words("rules without enforcement", "有规则而无强制")),
    ],
    by_construction: Some(words(
        "Who trusts does not arm from fear, so no run is a dilemma.",
        "信任他者便不会因恐惧而增加投入，故没有一次运行是困境。",
    )),
    beware: words(
        "Motives are the scenario's own, so that the rebuttal can be seen: in `interwar` the good faith of all meets one who is \
         greedy (A124). Look at hazard and not at the verdict. That benevolence alone does not end fear is Herz's answer (A123).",
        "动机取自情景，以便看到对它的反驳：在`interwar`中，众人的善意遇上一个贪婪者（A124）。\
         应看危险率而非判定。仁爱之心并不能使恐惧消失，这是赫兹的回答（A123）。",
    ),
};
