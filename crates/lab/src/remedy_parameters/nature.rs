//! Numbers of remedies in an epidemic, in a commons, and against blame.

use super::{SHARE, YEARS, of};
use crate::catalogue::Parameter;

/// Epidemics, commons, blame.
pub const NATURE: &[Parameter] = &[
    of(
        "delivered",
        ("medicine delivered", "兑现的物资"),
        SHARE,
        (0.0, 1.0),
        Some(0.0),
        (
            "Share of surplus medicine handed to all in need while the pledge is delivered; only in an epidemic.",
            "承诺兑现期间按需交出的多余医疗物资份额；仅用于疫情。",
        ),
    ),
    of(
        "pooled",
        ("pooled share", "入池份额"),
        SHARE,
        (0.0, 1.0),
        Some(0.5),
        ("Share of surplus medicine that goes to the common pool.", "进入共享池的多余医疗物资份额。"),
    ),
    of(
        "deliberation",
        ("deliberation", "商议时间"),
        YEARS,
        (0.0, 50.0),
        Some(0.25),
        ("Years that the smallest agreement takes.", "最小的协议所需年数。"),
    ),
    of(
        "deliberation_per_member",
        ("deliberation per member", "每一成员的商议时间"),
        YEARS,
        (0.0, 10.0),
        Some(0.02),
        ("Further years per member.", "每增一个成员所增加的年数。"),
    ),
    of(
        "deliberation_disagreement",
        ("deliberation over disagreement", "分歧所致的商议时间"),
        YEARS,
        (0.0, 50.0),
        Some(0.5),
        (
            "Further years per unit of standard deviation of severity among the members.",
            "成员间严重程度的标准差每一单位所增加的年数。",
        ),
    ),
    of(
        "passed_on",
        ("surplus passed on", "出让的余量"),
        SHARE,
        (0.0, 1.0),
        Some(0.3),
        ("Share of surplus medicine that the carrier passes on by need.", "承担者按需出让的多余医疗物资份额。"),
    ),
    of(
        "candour",
        ("candour", "坦诚"),
        SHARE,
        (0.0, 1.0),
        Some(0.5),
        ("Share of what was hidden that is reported.", "原先隐瞒者中予以通报的份额。"),
    ),
    of(
        "closing",
        ("closing", "关闭程度"),
        SHARE,
        (0.0, 1.0),
        Some(0.8),
        ("Share of travel that is stopped, beyond what restriction stops.", "在管控之外另行阻断的往来份额。"),
    ),
    of(
        "policing",
        ("policing", "执法"),
        "ratio",
        (0.0, 10.0),
        Some(1.0),
        (
            "Weight added to punishment in people's choice to comply, in units of the noise of choice.",
            "民众是否遵守之选择中惩罚所增的权重，以选择的噪声为单位。",
        ),
    ),
    of(
        "unblaming",
        ("blame left unsaid", "不作归咎"),
        SHARE,
        (0.0, 1.0),
        Some(0.5),
        ("Share by which blame falls.", "归咎下降的份额。"),
    ),
    of(
        "mitigated",
        ("emission mitigated", "减少的排放"),
        SHARE,
        (0.0, 1.0),
        Some(0.3),
        (
            "Share of its part of what is still emitted that each carrier mitigates.",
            "各承担者在尚存排放中就其所占一份减排的份额。",
        ),
    ),
];
