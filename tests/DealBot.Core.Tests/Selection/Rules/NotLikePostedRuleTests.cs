using DealBot.Core.Selection;
using DealBot.Core.Selection.Rules;

namespace DealBot.Core.Tests.Selection.Rules;

public sealed class NotLikePostedRuleTests
{
    private static readonly NotLikePostedRule Rule = new();

    private static readonly SelectionScope Scope = Some.Scope(
        history: [Some.Posted(Some.Deal("1", title: "好奇金装纸尿裤超薄透气拉拉裤XL码88片") with { MainSkuId = "style-1" })]);

    [Test]
    public void Accepts_something_else() => RuleAssert.Accepts(Rule, Some.Deal("2", title: "电饭煲三升家用智能预约") with { MainSkuId = "style-2" }, Scope);

    [Test]
    public void Rejects_the_same_style_under_another_id_and_title() =>
        RuleAssert.Rejects(Rule, RejectReason.LikePostedRecently, Some.Deal("2", title: "别的标题") with { MainSkuId = "style-1" }, Scope);

    [Test]
    public void Rejects_nearly_the_same_title_under_another_id() =>
        RuleAssert.Rejects(Rule, RejectReason.LikePostedRecently, Some.Deal("2", title: "好奇 金装纸尿裤 超薄透气拉拉裤 L码88片"), Scope);

    [Test]
    public void Two_deals_of_unknown_style_are_not_alike_for_it()
    {
        var scope = Some.Scope(history: [Some.Posted(Some.Deal("1"))]);

        RuleAssert.Accepts(Rule, Some.Deal("2"), scope);
    }
}
