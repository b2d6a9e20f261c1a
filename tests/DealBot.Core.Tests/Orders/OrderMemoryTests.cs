using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Health;
using DealBot.Core.Orders;
using DealBot.Core.Posting;
using DealBot.Core.Tests.Fakes;
using DealBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Orders;

/// <summary>What was found out about an order once stays, though clicks and links are deleted and settings edited; on a real database.</summary>
public sealed class OrderMemoryTests
{
    private const string Code = "abcdefghjkm";

    private PostingStage _stage = null!;
    private OrderDesk _desk = null!;

    [SetUp]
    public void SetUp()
    {
        _stage = new PostingStage();
        _desk = new OrderDesk(_stage);
    }

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [Test]
    public async Task An_order_joined_to_clicks_keeps_its_group_when_they_are_deleted()
    {
        await JoinedAsync();

        await _desk.ArriveAsync(Confirmed());
        Assert.That(_desk.Booked(), Is.EqualTo(new[] { "r1 mama-2 join confirmed" }));
        await RecountAsync();
        Assert.That(_desk.Booked(), Is.EqualTo(new[] { "r1 mama-2 join confirmed" }));
    }

    [Test]
    public async Task While_clicks_are_kept_a_recount_goes_by_today_s_settings()
    {
        await JoinedAsync(forget: false);
        _desk.Options = new OrderOptions { JoinPercent = 99 };

        await _desk.ArriveAsync(Confirmed());
        Assert.That(_desk.Booked(), Is.EqualTo(new[] { "r1 mama-2 join confirmed" }), "a setting moves no order by itself");
        await RecountAsync();
        Assert.That(_desk.Booked(), Is.EqualTo(new[] { "r1  none confirmed" }));
    }

    [TestCase("mama-1", "mama-1 sub_id")]
    [TestCase("stranger", " none")]
    public async Task An_order_that_says_itself_where_it_came_from_is_not_joined_any_more(string subId, string booked)
    {
        await JoinedAsync();

        await _desk.ArriveAsync(Confirmed() with { Tracking = new Tracking(subId, null) });

        Assert.That(_desk.Booked(), Is.EqualTo(new[] { $"r1 {booked} confirmed" }));
    }

    [Test]
    public async Task A_claim_taken_back_leaves_the_order_where_clicks_had_led_though_they_are_deleted()
    {
        await JoinedAsync();
        await _desk.ClaimAsync("r1", "mama-1");
        await _desk.ClaimAsync("r1", "mama-2");

        await _desk.ClaimAsync("r1", null);

        Assert.That(_desk.Booked(), Is.EqualTo(new[] { "r1 mama-2 join paid" }));
        Assert.That(_stage.Query<string>("SELECT post_id || ' ' || confidence FROM orders"), Is.EqualTo(new[] { "p2 95" }));
    }

    [Test]
    public async Task An_order_by_the_code_of_a_link_keeps_its_group_when_the_link_is_deleted()
    {
        var deal = Some.PlannedDeal(code: Code);
        await PostAsync(deal with { Link = deal.Link with { Tracking = new Tracking(Code, null) } });
        var order = Some.Order(tracking: new Tracking(Code, null));
        await _desk.ArriveAsync(order);
        await ForgetAsync();

        await _desk.ArriveAsync(Confirmed() with { Tracking = order.Tracking });
        Assert.That(_desk.Booked(), Is.EqualTo(new[] { "r1 mama-2 link confirmed" }));
        await RecountAsync();
        Assert.That(_desk.Booked(), Is.EqualTo(new[] { "r1 mama-2 link confirmed" }));
        Assert.That(_stage.Query<string>("SELECT post_id FROM orders"), Is.EqualTo(new[] { "p2" }));
    }

    [Test]
    public async Task A_position_given_to_another_group_takes_along_no_order_until_orders_are_recounted()
    {
        _stage.Config.Edit(GroupsFile.Name, "\"id\": \"mama-1\"", "\"positions\": { \"jd\": \"3001\" }, \"id\": \"mama-1\"");
        await _desk.ArriveAsync(Some.Order(tracking: new Tracking(null, "3001")));
        _stage.Config.Edit(GroupsFile.Name, "\"positions\": { \"jd\": \"3001\" }, ", "").Edit(GroupsFile.Name, "\"id\": \"mama-2\"", "\"positions\": { \"jd\": \"3001\" }, \"id\": \"mama-2\"");
        _stage.Configuration.Refresh();

        await _desk.ArriveAsync(Confirmed() with { Tracking = new Tracking(null, "3001") });
        Assert.That(_desk.Booked(), Is.EqualTo(new[] { "r1 mama-1 position confirmed" }));
        await RecountAsync();
        Assert.That(_desk.Booked(), Is.EqualTo(new[] { "r1 mama-2 position confirmed" }));
    }

    [Test]
    public async Task An_order_of_a_group_that_is_deleted_from_the_settings_stays_its_own()
    {
        _stage.Config.Edit(GroupsFile.Name, "\"id\": \"mama-2\"", "\"id\": \"gone\"");
        await _desk.ArriveAsync(Some.Order(tracking: new Tracking("gone", null)));
        _stage.Config.Edit(GroupsFile.Name, "\"id\": \"gone\"", "\"id\": \"mama-2\"");
        _stage.Configuration.Refresh();

        await _desk.ArriveAsync(Confirmed() with { Tracking = new Tracking("gone", null) });

        Assert.That(_desk.Booked(), Is.EqualTo(new[] { "r1 gone sub_id confirmed" }));
    }

    [Test]
    public async Task An_account_given_to_another_owner_takes_along_no_order()
    {
        await _desk.ArriveAsync(Some.Order("r1", tracking: new Tracking("mama-1", null)));
        Move();
        _stage.Clock.Advance(TimeSpan.FromDays(1));

        await _desk.ArriveAsync(
            Confirmed(),
            Some.Order("late", tracking: new Tracking("mama-1", null)),
            Some.Order("new", orderedAt: _stage.Clock.Now.AddHours(1)));
        await RecountAsync();

        Assert.That(_stage.Query<string>("SELECT row_id || ' ' || owner_id FROM orders ORDER BY row_id"), Is.EqualTo(new[] { "late li", "new wang", "r1 li" }));
        Assert.That(
            _stage.Query<string>("SELECT DISTINCT a.id FROM ledger_entries e JOIN ledger_accounts a ON a.account_id = e.account_id WHERE a.party = 'owner' ORDER BY a.id"),
            Is.EqualTo(new[] { "li", "wang" }));
        Assert.That(await _desk.ClaimAsync("late", "mama-2"), Is.TypeOf<ClaimResult.Booked>(), "the owner of its day may claim it");
        Assert.That(((ClaimResult.Refused)await _desk.ClaimAsync("new", "mama-2")).Reason.Zh, Does.Contain("wang"));
    }

    [Test]
    public async Task A_command_that_read_the_settings_before_an_edit_does_not_give_the_account_back()
    {
        var before = _stage.Config.Open();
        await _desk.ArriveAsync(Some.Order("r1"));
        Move();
        await _desk.ArriveAsync(Some.Order("r2"));
        _stage.Clock.Advance(TimeSpan.FromMinutes(1));

        using var command = new AccountOwners(before, new AccountOwnerHistory(_stage.Database), _stage.Clock, NullLogger<AccountOwners>.Instance);
        var held = await command.AtAsync("jd", "main", _stage.Clock.Now.AddHours(1), default);

        Assert.That(_stage.Query<string>("SELECT owner_id FROM account_owners WHERE network = 'jd' ORDER BY number"), Is.EqualTo(new[] { "li", "wang" }));
        Assert.That(held, Is.EqualTo("wang"), "what is on record holds for the command, too");
    }

    [Test]
    public async Task An_account_that_nobody_names_any_more_stays_with_whoever_held_it()
    {
        await _desk.ArriveAsync(Some.Order("r1"));
        _stage.Config.Edit(OwnersFile.Name, "{ \"jd\": \"main\" }", "{ \"pdd\": \"main\" }");
        _stage.Configuration.Refresh();

        await _desk.ArriveAsync(Some.Order("r2"));

        Assert.That(_stage.Query<string>("SELECT row_id || ' ' || owner_id FROM orders ORDER BY row_id"), Is.EqualTo(new[] { "r1 li", "r2 li" }));
    }

    [Test]
    public async Task The_first_owner_of_an_account_gets_what_came_while_nobody_held_it()
    {
        _stage.Config.Edit(OwnersFile.Name, "{ \"jd\": \"main\" }", "{ \"pdd\": \"main\" }");
        await _desk.ArriveAsync(Some.Order("r1"));
        Assert.That(_stage.Query<string?>("SELECT owner_id FROM orders"), Is.EqualTo(new string?[] { null }));
        _stage.Config.Edit(OwnersFile.Name, "{ \"pdd\": \"main\" }", "{ \"jd\": \"main\" }");
        _stage.Configuration.Refresh();

        await RecountAsync();

        Assert.That(_stage.Query<string?>("SELECT owner_id FROM orders"), Is.EqualTo(new[] { "li" }));
    }

    /// <summary>An order that clicks led to <c>mama-2</c>, and that are deleted since.</summary>
    private async Task JoinedAsync(bool forget = true)
    {
        var deal = Some.PlannedDeal(code: Code);
        await PostAsync(deal with { Link = deal.Link with { Tracking = new Tracking(null, null) } });
        await new ClickStore(_stage.Database).SeedAsync([
            Some.Click(Code, "somebody", Some.Morning.AddDays(-2), groupId: "mama-2"), Some.Click(Code, "buyer", Some.Morning.AddMinutes(9), groupId: "mama-2")]);
        await _desk.ArriveAsync(Some.Order());
        Assert.That(_desk.Booked(), Is.EqualTo(new[] { "r1 mama-2 join paid" }));
        if (forget)
        {
            await ForgetAsync();
        }
    }

    private async Task PostAsync(PlannedDeal deal)
    {
        await _stage.Outbox.PlanAsync(Some.Post("p2", groupId: "mama-2") with { Deals = [deal] }, default);
        _stage.Execute("UPDATE posts SET state = 'sent'");
    }

    /// <summary>Half a year later clicks have been deleted, two years later posts and links.</summary>
    private async Task ForgetAsync()
    {
        _stage.Clock.Now = Some.Morning.AddYears(2);
        var leap = new ClockLeap(new StateStore(_stage.Database), _stage.Clock, NullLogger<ClockLeap>.Instance);
        await new Retention(_stage.Database, new RetentionScope(new StorageOptions()), leap, _stage.Clock, NullLogger<Retention>.Instance).RunAsync(default);
    }

    private void Move()
    {
        _stage.Config.Edit(OwnersFile.Name, "{ \"jd\": \"main\" }", "{ \"pdd\": \"main\" }");
        _stage.Config.Edit(OwnersFile.Name, "\"owners\": [", "\"owners\": [ { \"id\": \"wang\", \"name\": \"小王\", \"networkAccounts\": { \"jd\": \"main\" }, \"digest\": { \"at\": \"21:30\", \"adapter\": \"preview\", \"address\": \"owner\" } },");
        Assert.That(_stage.Configuration.Refresh(), Is.Empty);
    }

    private static OrderUpdate Confirmed() => Some.Order(status: OrderStatus.Confirmed, modifiedAt: Some.Morning.AddDays(7));

    private Task RecountAsync() => _desk.RecountAsync(Some.Morning, Some.Morning.AddDays(2));
}
