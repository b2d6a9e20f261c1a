using DealBot.Contracts;
using DealBot.Core.Orders;

namespace DealBot.Storage.Tests;

/// <summary>How orders were traced before.</summary>
public abstract class OrderTracesContract : StorageContract
{
    private static readonly Attribution Joined = new(AttributionMethod.Join, "mama-2", "p9") { Confidence = 83 };

    [Test]
    public async Task A_row_that_is_not_booked_has_none() => Assert.That(await Stage.OrderTraces.LastAsync("jd", "r1", default), Is.Null);

    [Test]
    public async Task A_booked_row_has_what_is_booked_and_says_what_it_carried()
    {
        await SaveAsync(Joined);

        Assert.That(await Stage.OrderTraces.LastAsync("jd", "r1", default), Is.EqualTo(new EarlierTrace(Joined, new Tracking(null, "3001")) { IsPostKept = false }));
    }

    [Test]
    public async Task Many_rows_are_asked_for_with_one_question_and_those_that_are_not_known_are_left_out()
    {
        await SaveAsync(Joined);

        var traces = await Stage.OrderTraces.LastOfAllAsync("jd", [.. Enumerable.Range(0, 499).Select(number => $"none-{number}"), "r1"], default);

        Assert.That(traces, Is.EqualTo(new Dictionary<string, EarlierTrace> { ["r1"] = (await Stage.OrderTraces.LastAsync("jd", "r1", default))! }));
        Assert.That(await Stage.OrderTraces.LastOfAllAsync("pdd", ["r1"], default), Is.Empty);
    }

    [Test]
    public async Task It_says_since_when_clicks_are_kept_and_whether_the_post_is()
    {
        await Stage.Outbox.PlanAsync(Some.Post("p9", groupId: "mama-2"), default);
        await Stage.Clicks.SeedAsync([Some.Click(at: Some.Morning.AddDays(1)), Some.Click(at: Some.Morning.AddDays(-3))]);
        await SaveAsync(Joined);

        var trace = (await Stage.OrderTraces.LastAsync("jd", "r1", default))!;

        Assert.That((trace.IsPostKept, trace.ClicksKeptSince), Is.EqualTo((true, Some.Morning.AddDays(-3))));
    }

    [Test]
    public async Task Words_of_the_owner_leave_it_as_it_was_however_many_they_are()
    {
        await SaveAsync(Joined);
        await ClaimAsync("mama-1");
        await ClaimAsync("mama-3");

        Assert.That((await Stage.OrderTraces.LastAsync("jd", "r1", default))!.Attribution, Is.EqualTo(Joined));
    }

    [Test]
    public async Task Of_words_from_before_it_was_put_down_with_them_there_is_none()
    {
        await SaveAsync(Joined);
        await ClaimAsync("mama-1");
        Stage.Meddle("UPDATE order_claims SET traced_by = NULL, traced_group = NULL, traced_post = NULL, traced_confidence = NULL");

        Assert.That(await Stage.OrderTraces.LastAsync("jd", "r1", default), Is.Null);
    }

    private Task<int> SaveAsync(Attribution attribution) => Stage.SaveOrdersAsync(Some.Morning, Row(attribution));

    private async Task ClaimAsync(string group)
    {
        var found = (await Stage.OrderClaims.FindAsync("r1", default)).Single();
        await Stage.OrderClaims.ClaimAsync([new OrderClaim(0, "jd", "r1", group, Some.Morning, "li")], [(found, Row(new Attribution(AttributionMethod.Claimed, group, null)))], default);
    }

    private static AttributedOrder Row(Attribution attribution) => Some.Attributed(Some.Order(tracking: new Tracking(null, "3001"))) with { Attribution = attribution };
}
