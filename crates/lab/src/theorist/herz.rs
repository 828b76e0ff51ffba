//! Herz at three times of his life (A14), and the two who tell nearly the same story: Butterfield, Booth and Wheeler.

use super::{Position, assumed, benign, doctrine, rendered, unprotected, unpunished, unseen, words};

pub(super) const POSITIONS: &[Position] = &[HERZ_1950, HERZ_NUCLEAR, HERZ_SURVIVAL, BUTTERFIELD, BOOTH_WHEELER];

/// The four elements of the concept (A39): anarchy, actors of any level, benign intent, uncertainty.
const HERZ_1950: Position = Position {
    id: "herz-1950",
    name: words("John Herz, 1950", "约翰·赫兹，1950年"),
    work: words(
        "Idealist internationalism and the security dilemma, 1950",
        "《理想主义者的国际主义与安全困境》，1950年",
    ),
    summary: words(
        "Nobody stands above the actors, nobody means harm, and nobody can tell whether the other does.\n\
         So each prepares for the worst, and thereby gives the next one a reason to do the same.",
        "行为体之上无人，无人怀有恶意，也无人能断定对方是否怀有恶意。\n\
         于是各自从最坏处打算，又因此给了他者同样做的理由。",
    ),
    settings: &[
        unprotected(&["A28"]),
        unseen(&["A28"]),
        unpunished(&["A28"]),
        benign(&["A35", "A36"], words("self-preservation without aggressive intent", "出于自保，并无侵略意图")),
        assumed(
            "issues.*.mistrust",
            "0.5",
            (0.1, 0.9),
            &["A37"],
            words(
                "others cannot tell self-preservation from aggression: even odds",
                "他者无法断定是自保还是侵略：各占一半",
            ),
        ),
        doctrine(
            "ambiguity",
            &["A23", "A38"],
            words("each is forced to prepare for the worst", "各方被迫从最坏处打算"),
        ),
        assumed(
            "actors.*.ambiguity",
            "0.5",
            (0.0, 1.0),
            &["A23"],
            words(
                "between the words “prepare for the worst” (1) and “uncertain” (0), see X27",
                "介于“从最坏处打算”（1）与“不确定”（0）之间，见X27",
            ),
        ),
    ],
    by_construction: Some(words(
        "Nobody is greedy by assumption, so no run is predation or a rivalry of greed; a floor under the decision weight lifts effort whatever is believed, so nearly every run is a dilemma.",
        "假定无人贪婪，故没有一次运行是掠夺或贪婪之争；决策权重有下限，无论相信什么，投入都会上升，故几乎每次运行都是困境。",
    )),
    beware: words(
        "Revisionists are outside the concept (A36): in a scenario that has one, such as `interwar`, the position sets its \
         motive aside and describes another world (X2). `--set actors.ID.ambiguity=0` takes the floor away. Human nature is not \
         the crux for Herz (X24): nothing here is about it but benign intent. Transfer between levels (A27) is no part of this table.",
        "改变现状者不在此概念之内（A36）：若情景中有这样的行为体（如`interwar`），本立场会搁置其动机，描述的是另一个世界（X2）。\
         `--set actors.ID.ambiguity=0`即去掉下限。\
         在赫兹看来，人性并非症结（X24）：此处除善意外与人性无关。层次转移（A27）不在此表之内。",
    ),
};

/// The first step of two: the nuclear dilemma and the holding operation.
const HERZ_NUCLEAR: Position = Position {
    id: "herz-nuclear",
    name: words("John Herz on the nuclear dilemma", "约翰·赫兹论核武困境"),
    work: words("The nuclear dilemma and the holding operation, after 1945", "核武困境与护持，1945年之后"),
    summary: words(
        "The dilemma of the atomic age is the old one at its sharpest: two camps, and a war that nobody could win.\n\
         Until attitudes change both hold: neither seeks superiority, both talk and agree on what aggression is.",
        "原子时代的困境是旧困境最尖锐的形式：两大阵营，以及一场没有赢家的战争。\n\
         在态度转变之前双方实行护持：不求优势，相互协商，并就何为“侵略”取得一致。",
    ),
    settings: &[
        benign(
            &["A35", "A69"],
            words("the nuclear dilemma is the security dilemma, evolved", "核武困境是安全困境的新演变"),
        ),
        assumed(
            "issues.*.mistrust",
            "0.7",
            (0.5, 0.95),
            &["A56"],
            words("extreme urgency and sharp antagonism", "极端紧迫与强烈对抗"),
        ),
        doctrine("ambiguity", &["A23"], words("the worst still counts", "仍从最坏处打算")),
        assumed("actors.*.ambiguity", "0.5", (0.0, 1.0), &["A23"], words("as in 1950", "与1950年相同")),
        assumed(
            "issues.*.first_strike",
            "0.05",
            (0.0, 0.2),
            &["A68", "A71"],
            words("deliberate war is suicide and less likely than before", "蓄意的战争等于自杀，较之前不易发生"),
        ),
        assumed(
            "actors.*.foresight",
            "0.25",
            (0.0, 0.5),
            &["A86", "A87"],
            words(
                "no one-sided superiority: the answer to one's arms is counted; under ½ it damps a race and does not end it (P6)",
                "不单方追求优势：把他方的反应计算在内；小于½时减弱竞赛而不终结它（P6）",
            ),
        ),
        assumed(
            "issues.*.rules",
            "0.3",
            (0.1, 0.6),
            &["A97", "A101"],
            words(
                "an agreed definition of aggression and talks make acts legible",
                "商定的“侵略”标准与协商使行为可以辨认",
            ),
        ),
    ],
    by_construction: Some(words(
        "Nobody is greedy by assumption, so no run is predation or a rivalry of greed; a floor under the decision weight lifts effort whatever is believed, so nearly every run is a dilemma. The low propensity to strike lowers hazard by itself.",
        "假定无人贪婪，故没有一次运行是掠夺或贪婪之争；决策权重有下限，无论相信什么，投入都会上升，故几乎每次运行都是困境。低的先发倾向本身即降低危险率。",
    )),
    beware: words(
        "Holding is the first of two ordered steps (X16); the second is `herz-survival`. A position holds for the whole run, so \
         the order itself cannot be shown. Accidents, the heart of his doubt about deterrence (A60–A65), are no part of \
         this table: the low propensity to strike is only the half that Herz grants (A71, X8).",
        "护持是先后两步中的第一步（X16）；第二步是`herz-survival`。一种立场在整次运行中不变，因此次序本身无从显示。\
         意外是他怀疑威慑的核心（A60—A65），不在此表之内：低的先发倾向只是赫兹所承认的那一半（A71，X8）。",
    ),
};

/// The second step of two: the survival dilemma and universalism.
const HERZ_SURVIVAL: Position = Position {
    id: "herz-survival",
    name: words("John Herz on survival", "约翰·赫兹论生存"),
    work: words("The survival dilemma and universalism, to 2003", "生存困境与普世主义，至2003年"),
    summary: words(
        "What all live on is at stake, so long-term interest replaces short-term interest.\n\
         Structure stays as it is; attitudes change, and the dilemma is eased or even dissolved.",
        "众人赖以生存之物受到威胁，因此以长期利益代替短期利益。\n\
         结构依旧，态度改变，困境因而缓和甚或化解。",
    ),
    settings: &[
        benign(&["A35"], words("self-preservation without aggressive intent", "出于自保，并无侵略意图")),
        doctrine(
            "bayesian",
            &["A85", "A105"],
            words("attitudes that count no cost are obsolete", "不计代价的态度已不适合"),
        ),
        assumed(
            "actors.*.foresight",
            "0.75",
            (0.25, 1.5),
            &["A108", "A109"],
            words(
                "long-term interest replaces short-term interest; over ½ it unwinds any race (P6)",
                "以长期利益代替短期利益；大于½即可使任何竞赛退回（P6）",
            ),
        ),
        rendered("actors.*.care", "0", &["A108"], words("universalism is not altruism", "普世主义不是利他主义")),
        assumed(
            "empathy",
            "0.7",
            (0.5, 0.9),
            &["A50"],
            words("a smaller earth lets people try on the other's shoes", "地球变小，使人能够“以自己的脚试他人的鞋”"),
        ),
        rendered(
            "assumptions.aggregate",
            "weakest-link",
            &["A107"],
            words(
                "all actors must adopt it: all are as safe as the least safe",
                "所有行为体都必须采取：全体的安全取决于最不安全者",
            ),
        ),
    ],
    by_construction: Some(words(
        "Nobody is greedy by assumption, so no run is predation or a rivalry of greed.",
        "假定无人贪婪，故没有一次运行是掠夺或贪婪之争。",
    )),
    beware: words(
        "Foresight and care are kept apart (X12): try `--set actors.ID.care=0.5` for the altruism that Herz does not ask for. \
         Mistrust at the start is the scenario's, because attitudes do not change overnight (A51). The resources that shrink \
         (A72) are no part of this table. Waltz holds that all this cannot be (X7): compare `waltz`.",
        "远见与关怀分开（X12）：赫兹并不要求的利他可用`--set actors.ID.care=0.5`试之。\
         起始的猜疑取自情景，因为态度的转变并非一蹴而就（A51）。日渐减少的资源（A72）不在此表之内。\
         华尔兹认为这一切无法实现（X7）：请与`waltz`比较。",
    ),
};

/// Hobbesian fear: close to Herz, with the stress on the mind one cannot enter.
const BUTTERFIELD: Position = Position {
    id: "butterfield",
    name: words("Herbert Butterfield", "赫伯特·巴特菲尔德"),
    work: words("History and Human Relations, 1951", "《历史与人类关系》，1951年"),
    summary: words(
        "Two powers that both wish to avoid a conflict drift into one, with no revisionist anywhere.\n\
         Each knows that it means no harm, and cannot enter the other's mind to see that this is not known there.",
        "两个都想避免冲突的大国，在没有任何改变现状者的情况下走向冲突。\n\
         各自知道自己并无恶意，却无法进入对方的内心，看到对方并不知道这一点。",
    ),
    settings: &[
        unprotected(&["B29"]),
        unseen(&["B29"]),
        unpunished(&["B29"]),
        benign(&["B29"], words("a tragedy without any revisionist", "没有任何改变现状者的悲剧")),
        assumed(
            "issues.*.mistrust",
            "0.5",
            (0.1, 0.9),
            &["A12"],
            words("uncertainty is what defines the dilemma: even odds", "困境的特征在于不确定性：各占一半"),
        ),
        assumed(
            "empathy",
            "0",
            (0.0, 0.3),
            &["A151"],
            words("neither can enter the other's mind", "双方都无法进入对方的内心"),
        ),
        doctrine(
            "bayesian",
            &["A12", "A151"],
            words("each acts on what it believes: not knowing is enough", "各自依其信念行动：不知便已足够"),
        ),
    ],
    by_construction: Some(words(
        "Nobody is greedy by assumption, so no run is predation or a rivalry of greed.",
        "假定无人贪婪，故没有一次运行是掠夺或贪婪之争。",
    )),
    beware: words(
        "Close to `herz-1950`, and different in where the fear sits: Herz's actors prepare for the worst, and may still see that \
         they are feared; Butterfield's act on what they believe, and cannot see it.",
        "与`herz-1950`相近，不同在于恐惧的所在：赫兹的行为体从最坏处打算，但仍可能看到自己被人惧怕；\
         巴特菲尔德的行为体依信念行动，却看不到这一点。",
    ),
};

/// Uncertainty that understanding does not end.
const BOOTH_WHEELER: Position = Position {
    id: "booth-wheeler",
    name: words("Ken Booth and Nicholas Wheeler", "肯·布思与尼古拉斯·惠勒"),
    work: words(
        "The Security Dilemma: Fear, Cooperation and Trust in World Politics, 2008",
        "《安全困境：世界政治中的恐惧、合作与信任》，2008年",
    ),
    summary: words(
        "Uncertainty defines the dilemma.\n\
         A government may understand that others fear it, and still nobody can trust for long: leaders and policies change.",
        "困境的特征在于不确定性。\n\
         政府即使明了他方的恐惧，也无人能形成长期信任：领导人和政策会改变。",
    ),
    settings: &[
        assumed(
            "issues.*.mistrust",
            "0.5",
            (0.1, 0.9),
            &["A12"],
            words("uncertainty is what defines the dilemma: even odds", "困境的特征在于不确定性：各占一半"),
        ),
        assumed(
            "empathy",
            "0.7",
            (0.5, 0.9),
            &["A180"],
            words("others' relative fears can be understood", "他方的“相对恐惧”可以明了"),
        ),
        assumed(
            "actors.*.forgetting",
            "0.2",
            (0.05, 0.5),
            &["A180"],
            words(
                "no long-term trust: what is learnt lasts as long as a government, about five years",
                "没有长期信任：所知之事只延续一届政府，约五年",
            ),
        ),
        doctrine(
            "bayesian",
            &["A12"],
            words("uncertainty and not the worst case is the point", "要点是不确定性而非最坏情况"),
        ),
    ],
    by_construction: None,
    beware: words(
        "A thin entry: the papers name the two for the third definition (A12), and take from their book what they say of Herz \
         on trust (A180) and the claim that Mearsheimer is his true heir (A169). Motives are left as the scenario has them, \
         for nobody can know them.",
        "内容单薄：两篇论文就第三类定义提到二人（A12），并引其书说明赫兹关于信任的看法（A180）以及米尔斯海默为其真正继承者之说（A169）。\
         动机依情景所定，因为无人能够知道。",
    ),
};
