using DealBot.Contracts;
using DealBot.Core.Accounts;
using DealBot.Core.Posting;
using DealBot.Core.Tests.Fakes;
using DealBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Posting;

/// <summary>A post that has waited in the outbox is asked for again before its first message leaves.</summary>
public sealed class PostRecheckTests
{
    private const string PostId = "mama-1_20260601T010000";

    private PostingStage _stage = null!;
    private Dispatcher _dispatcher = null!;

    [SetUp]
    public async Task SetUp()
    {
        _stage = new PostingStage();
        _stage.Config.Edit("groups.json", """{ "id": "mama-2", "name": "宝妈二群", "owner": "li", "adapter": "preview", "address": "demo2", "audience": "mama", "schedule": "day" },""", "");
        var adapters = new Dictionary<string, IMessagingAdapter> { ["preview"] = _stage.Adapter };
        _dispatcher = new Dispatcher(
            _stage.Outbox,
            new MessageSender(adapters, _stage.PictureFiles, _stage.Clock, NullLogger<MessageSender>.Instance),
            new AccountWatch(_stage.Accounts, new ToldNotices(), _stage.Scope, _stage.Clock, NullLogger<AccountWatch>.Instance),
            new DispatchSettings(_stage.Options, _stage.Clock)
            {
                LookAgain = TimeSpan.FromMilliseconds(5),
                Recheck = new PostRecheck(new WaitingDeals(_stage.Database), _stage.Recheck, _stage.Clock, NullLogger<PostRecheck>.Instance),
            },
            NullLogger<Dispatcher>.Instance);
        await _stage.RunAsync("2026-06-01 08:59");
        await _stage.OfferAsync(
            Some.Deal("best", rate: 40) with { FinalPrice = Money.FromYuan(80), Coupon = Some.Coupon(endsAt: Some.Morning.AddHours(9)) },
            Some.Deal("next", rate: 20));
        await _stage.RunAsync("2026-06-01 09:00");
    }

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [Test]
    public async Task What_has_just_been_prepared_is_sent_without_asking()
    {
        _stage.Network.Rechecked.Clear();
        _stage.Clock.Advance(TimeSpan.FromMinutes(4));

        await _dispatcher.RunAsync(default);

        Assert.That((Sent(), _stage.Network.Rechecked.Count), Is.EqualTo((Item("best"), 0)));
    }

    [Test]
    public async Task A_post_that_has_waited_is_sent_if_all_it_says_still_holds()
    {
        _stage.Network.Rechecked.Clear();
        _stage.Clock.Advance(TimeSpan.FromMinutes(6));

        await _dispatcher.RunAsync(default);

        Assert.That((Sent(), string.Join(' ', _stage.Network.Rechecked)), Is.EqualTo((Item("best"), "best")));
    }

    [TestCase(1, TestName = "A_raised_price_replaces_the_deal")]
    [TestCase(null, TestName = "A_deal_that_is_gone_is_replaced")]
    public async Task A_post_that_holds_no_more_is_prepared_anew_with_another_deal(long? more)
    {
        Say("best", deal => more is { } fen ? deal with { FinalPrice = deal.FinalPrice + new Money(fen) } : null);
        _stage.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.That(await _dispatcher.RunAsync(default), Is.Zero);
        Assert.That(Post(), Is.EqualTo("planned 0 1 -"), "laid again and counted");
        Assert.That(_stage.Query<long>("SELECT (SELECT COUNT(*) FROM messages) + (SELECT COUNT(*) FROM post_deals)").Single(), Is.Zero);

        await _stage.Round.RunAsync(default);
        await _dispatcher.RunAsync(default);
        Assert.That(Sent(), Is.EqualTo(Item("next")));
        Assert.That(Post(), Is.EqualTo("sent 1 2 -"), "the same deal was turned down once more while preparing");
    }

    [Test]
    public async Task A_coupon_that_is_named_and_gone_takes_the_post_back_even_at_the_same_price()
    {
        Say("best", deal => deal with { Price = deal.FinalPrice, Coupon = null });
        _stage.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.That(await _dispatcher.RunAsync(default), Is.Zero);

        await _stage.Round.RunAsync(default);
        await _dispatcher.RunAsync(default);
        Assert.That(Sent(), Is.EqualTo(Item("best")), "prepared anew, it names no coupon");
        Assert.That(_stage.Query<long>("SELECT coupon_fen FROM post_deals").Single(), Is.Zero);
    }

    [Test]
    public async Task A_coupon_that_has_ended_meanwhile_needs_no_question()
    {
        _stage.Execute($"UPDATE post_deals SET coupon_ends_at = {_stage.Clock.Now.AddMinutes(5).ToUnixTimeMilliseconds()}");
        _stage.Network.Rechecked.Clear();
        _stage.Clock.Advance(TimeSpan.FromMinutes(6));

        await _dispatcher.RunAsync(default);

        Assert.That((Post(), _stage.Network.Rechecked.Count), Is.EqualTo(("planned 0 1 -", 0)));
    }

    [Test]
    public async Task A_lower_price_does_no_harm()
    {
        Say("best", deal => deal with { FinalPrice = deal.FinalPrice - new Money(100) });
        _stage.Clock.Advance(TimeSpan.FromMinutes(6));

        await _dispatcher.RunAsync(default);

        Assert.That(Sent(), Is.EqualTo(Item("best")));
    }

    [Test]
    public async Task Shortly_before_it_is_stale_a_post_is_given_up_with_the_reason()
    {
        Say("best", _ => null);
        _stage.Clock.Advance(TimeSpan.FromMinutes(19));

        await _dispatcher.RunAsync(default);

        Assert.That(Post(), Is.EqualTo("skipped 1 0 deal_gone"));
        Assert.That(_stage.Adapter.Sent, Is.Empty);
    }

    [Test]
    public async Task After_the_first_message_the_rest_follows_whatever_the_price()
    {
        _stage.Adapter.Answer = _ => _stage.Adapter.Sent.Count == 1 ? new SendResult.Sent() : new SendResult.RetryAfter(TimeSpan.FromMinutes(6), Some.Phrase);
        await _dispatcher.RunAsync(default);
        Say("best", _ => null);
        _stage.Adapter.Answer = _ => new SendResult.Sent();
        _stage.Clock.Advance(TimeSpan.FromMinutes(7));

        await _dispatcher.RunAsync(default);

        Assert.That(Post(), Is.EqualTo("sent 1 0 -"));
    }

    [Test]
    public async Task Where_the_network_does_not_tell_the_last_sync_decides()
    {
        _stage.Network.Recheck = FakeNetwork.NotTold;
        _stage.Clock.Advance(TimeSpan.FromMinutes(6));
        await _stage.OfferAsync(Some.Deal("best", price: 101, rate: 40, seenAt: _stage.Clock.Now.AddMinutes(-4)));

        await _dispatcher.RunAsync(default);

        Assert.That(Post(), Is.EqualTo("planned 0 1 -"));
    }

    private void Say(string item, Func<Deal, Deal?> now) => _stage.Network.Recheck = (deal, _) => Task.FromResult<DealCheck>(
        deal.Key.ItemId != item ? new DealCheck.Found(deal) : now(deal) is { } found ? new DealCheck.Found(found) : new DealCheck.Gone(Some.Phrase));

    /// <summary>State, whether prepared, deals replaced, reason.</summary>
    private string Post() => _stage.Query<string>($"SELECT state || ' ' || prepared || ' ' || replaced || ' ' || COALESCE(reason_code, '-') FROM posts WHERE post_id = '{PostId}'").Single();

    /// <summary>The title in the text that was sent; null if none was.</summary>
    private string? Sent() => _stage.Adapter.Sent.Select(request => request.Message).OfType<OutgoingMessage.Text>().LastOrDefault()?.Content.Split(' ')[0];

    private static string Item(string id) => Some.Deal(id).Title;
}
