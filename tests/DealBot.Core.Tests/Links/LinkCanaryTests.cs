using DealBot.Contracts;
using DealBot.Core.Links;
using DealBot.Core.Posting;
using DealBot.Core.Tests.Fakes;
using DealBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Links;

public sealed class LinkCanaryTests
{
    private PostingStage _stage = null!;
    private ToldNotices _told = null!;

    [SetUp]
    public async Task SetUp()
    {
        (_stage, _told) = (new PostingStage(), new ToldNotices());
        await _stage.OfferAsync(Some.Deal("slow") with { Sales30Days = 1 }, Some.Deal("best") with { Sales30Days = 9_000 }, Some.Deal("good") with { Sales30Days = 500 });
    }

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [Test]
    public async Task A_new_account_is_tried_at_once_with_the_deal_that_sells_best_and_a_tracking_of_no_group()
    {
        Assert.That(await RunAsync(), Is.EqualTo(1));

        Assert.That(_stage.Network.Asked.Single().Deal.Key.ItemId, Is.EqualTo("best"));
        Assert.That(_stage.Network.Asked.Single().Tracking, Is.EqualTo(new Tracking("canary", null)));
        Assert.That((await StateAsync()).WorkedAt, Is.EqualTo(_stage.Clock.Now));
        Assert.That(_told.Told, Is.Empty, "it is silent unless something breaks");
    }

    [TestCase(6, "canary")]
    [TestCase(5, null)]
    [TestCase(0, null)]
    public async Task What_the_account_can_not_carry_is_not_asked_of_it(int longest, string? carried)
    {
        _stage.Network.Limits = _stage.Network.Limits with { SubIdLength = longest };

        await RunAsync();

        Assert.That(_stage.Network.Asked.Single().Tracking, Is.EqualTo(new Tracking(carried, null)));
    }

    [Test]
    public async Task Each_account_is_tried_once_an_hour_at_a_minute_of_its_own()
    {
        for (var minute = 0; minute < 180; minute++, _stage.Clock.Advance(TimeSpan.FromMinutes(1)))
        {
            await RunAsync();
        }

        Assert.That(_stage.Network.Asked, Has.Count.EqualTo(4), "at once, and in each of three hours");
    }

    [Test]
    public async Task A_fault_of_the_account_is_told_at_once_with_the_field_and_the_groups_concerned()
    {
        _stage.Network.Convert = _ => FakeNetwork.Refused(accountFault: true);
        _stage.Network.Faults = [new AccountFault("SiteId", new Phrase("网站备案没过", "the site is not approved"))];

        await RunAsync();

        var notice = _told.Told.Single();
        Assert.That((notice.OwnerId, notice.Kind, notice.Subject), Is.EqualTo(("li", "links_broken", "jd/main")));
        Assert.That(notice.Text.Zh, Does.Contain("看 SiteId").And.Contain("网站备案没过").And.Contain("缘由").And.Contain("2 个群").And.Contain("06-01 09:00"));
    }

    [Test]
    public async Task No_answer_is_told_when_it_stays_so_once_and_again_when_it_is_over()
    {
        _stage.Network.Convert = _ => throw FakeNetwork.Exception();
        await RunAsync();
        Assert.That(_told.Told, Is.Empty, "one hiccup is none of the owner's business");

        for (var turn = 0; turn < 3; turn++)
        {
            _stage.Clock.Advance(TimeSpan.FromMinutes(10));
            await RunAsync();
        }

        Assert.That(_told.Told.Single().Kind, Is.EqualTo("links_broken"));
        _stage.Network.Convert = FakeNetwork.Converted;
        _stage.Clock.Advance(TimeSpan.FromMinutes(10));
        await RunAsync();

        Assert.That(_told.Told[^1].Kind, Is.EqualTo("links_work"));
        Assert.That(_told.Told[^1].Text.Zh, Does.Contain("断了 40 分钟"));
        Assert.That((await StateAsync()).IsBroken, Is.False);
    }

    [Test]
    public async Task One_deal_out_of_promotion_is_no_fault_of_the_account()
    {
        _stage.Network.Convert = request => request.Deal.Key.ItemId == "best" ? FakeNetwork.Refused() : FakeNetwork.Converted(request);

        await RunAsync();

        Assert.That(_stage.Network.Asked.Select(request => request.Deal.Key.ItemId), Is.EqualTo(new[] { "best", "good" }));
        Assert.That((await StateAsync()).Failures, Is.Zero);
    }

    [Test]
    public async Task A_link_that_does_not_prove_itself_is_a_failure()
    {
        _stage.Network.Convert = request => new LinkResult.Converted(new TrackingLink(new Uri(request.Deal.MaterialUrl), request.Tracking, null));

        await RunAsync();

        Assert.That((await StateAsync()).Code, Is.EqualTo("plain_page"));
    }

    [Test]
    public async Task After_a_restart_the_owner_is_not_told_again_what_he_knows()
    {
        _stage.Network.Convert = _ => FakeNetwork.Refused(accountFault: true);
        await RunAsync();
        _stage.Clock.Advance(TimeSpan.FromMinutes(10));

        await RunAsync();

        Assert.That(_told.Told, Has.Count.EqualTo(1));
        Assert.That((await StateAsync()).Failures, Is.EqualTo(2));
    }

    [Test]
    public async Task A_network_without_deals_or_without_groups_is_not_tried()
    {
        await RunAsync();

        Assert.That(_stage.OtherNetwork.Asked, Is.Empty);
        Assert.That(await new CanaryStore(_stage.Database).ListAsync(default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_clock_that_ran_ahead_and_came_back_does_not_keep_it_from_being_tried()
    {
        _stage.Clock.Now = Some.Shanghai("2026-07-01 09:00");
        await _stage.OfferAsync(Some.Deal("best", seenAt: _stage.Clock.Now));
        await RunAsync();
        _stage.Clock.Now = Some.Shanghai("2026-06-01 09:00");

        Assert.That(await RunAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task An_account_that_an_edit_takes_from_its_owner_meanwhile_ends_nobody_s_turn()
    {
        _stage.Network.Convert = _ =>
        {
            _stage.Config.Edit("owners.json", "{ \"jd\": \"main\" }", "{ \"pdd\": \"main\" }");
            _stage.Configuration.Refresh();
            return FakeNetwork.Refused(accountFault: true);
        };

        Assert.That(await RunAsync(), Is.EqualTo(1));

        Assert.That(_told.Told, Is.Empty, "there is nobody to tell");
        Assert.That((await StateAsync()).Failures, Is.EqualTo(1));
    }

    [Test]
    public async Task A_client_with_a_mistake_of_its_own_is_a_failure_of_its_account_and_the_others_are_tried()
    {
        _stage.Config.Edit("owners.json", "{ \"jd\": \"main\" }", "{ \"jd\": \"main\", \"pdd\": \"main\" }");
        await _stage.OfferAsync(Some.Deal("1") with { Key = new DealKey("pdd", "1") });
        _stage.Network.Convert = _ => throw new InvalidCastException();

        Assert.That(await RunAsync(), Is.EqualTo(2));

        var states = await new CanaryStore(_stage.Database).ListAsync(default);
        Assert.That(states.Select(state => (state.Network, state.Code)), Is.EqualTo(new[] { ("jd", "client_fault"), ("pdd", null) }));
    }

    /// <summary>Everything but the database is new each time, as after a restart.</summary>
    private Task<int> RunAsync() => new LinkCanary(
        new LinkConversions(new OwnerNetworks([Supervised(_stage.Network), Supervised(_stage.OtherNetwork)], _stage.Configuration), new ConversionOptions(), _stage.Clock),
        _stage.Catalog,
        new CanaryStore(_stage.Database),
        new CanaryScope(_stage.Configuration, _told, _stage.Clock, new ConversionOptions()),
        NullLogger<LinkCanary>.Instance).RunAsync(default);

    private static SupervisedNetwork Supervised(FakeNetwork client) => new(client, new NetworkFaults(TimeProvider.System, NullLogger<NetworkFaults>.Instance));

    private async Task<CanaryState> StateAsync() => (await new CanaryStore(_stage.Database).ListAsync(default)).Single();
}
