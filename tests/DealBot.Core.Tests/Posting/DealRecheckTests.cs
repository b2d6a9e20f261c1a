using DealBot.Contracts;
using DealBot.Core.Posting;
using DealBot.Core.Selection;
using DealBot.Core.Tests.Fakes;

namespace DealBot.Core.Tests.Posting;

/// <summary>Deals are asked for again while a post is prepared. The catalog saw them half an hour ago.</summary>
public sealed class DealRecheckTests
{
    private static readonly DateTimeOffset Synced = Some.Morning.AddMinutes(-30);

    private PostingStage _stage = null!;

    [SetUp]
    public void SetUp() => _stage = new PostingStage();

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [Test]
    public async Task A_deal_that_costs_more_gives_way_to_the_next_best()
    {
        await OfferAsync(Seen("best", rate: 30), Seen("next", rate: 20));
        Say("best", deal => deal with { FinalPrice = deal.FinalPrice + new Money(1), Price = deal.Price + new Money(1) });

        var post = (await PostAsync() as SlotOutcome.Planned)!.Post;

        Assert.That(post.Deals.Single().Deal.Key.ItemId, Is.EqualTo("next"));
        Assert.That(post.Selection.Rejections[RejectReason.PriceChanged], Is.EqualTo(1));
        Assert.That(_stage.Network.Asked.Select(request => request.Deal.Key.ItemId), Is.EqualTo(new[] { "next" }), "no link is asked for in vain");
        Assert.That(_stage.Query<long>("SELECT replaced FROM posts").Single(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_deal_that_is_gone_or_sold_out_gives_way_too()
    {
        await OfferAsync(Seen("gone", rate: 40), Seen("sold", rate: 30), Seen("next", rate: 20));
        Say("gone", _ => null);
        Say("sold", deal => deal with { InStock = false });

        var post = (await PostAsync() as SlotOutcome.Planned)!.Post;

        Assert.That(post.Deals.Single().Deal.Key.ItemId, Is.EqualTo("next"));
        Assert.That(post.Selection.Rejections[RejectReason.DealGone], Is.EqualTo(2));
    }

    [Test]
    public async Task A_coupon_that_is_gone_shows_as_a_higher_price_and_one_that_has_ended_falls_by_the_clock()
    {
        var coupon = Some.Coupon(endsAt: Some.Morning.AddHours(9));
        await OfferAsync(
            Seen("without", rate: 40) with { FinalPrice = Money.FromYuan(80), Coupon = coupon },
            Seen("ended", rate: 30) with { FinalPrice = Money.FromYuan(80), Coupon = coupon },
            Seen("next", rate: 20));
        Say("without", deal => deal with { FinalPrice = deal.Price, Coupon = null });
        Say("ended", deal => deal with { Coupon = coupon with { EndsAt = Some.Morning } });

        var post = (await PostAsync() as SlotOutcome.Planned)!.Post;

        Assert.That(post.Deals.Single().Deal.Key.ItemId, Is.EqualTo("next"));
        Assert.That(post.Selection.Rejections, Contains.Key(RejectReason.PriceChanged).And.ContainKey(RejectReason.CouponExpired));
    }

    [Test]
    public async Task A_lower_price_is_what_the_post_shows()
    {
        await OfferAsync(Seen("1"));
        Say("1", deal => deal with { FinalPrice = Money.FromYuan(77), Coupon = Some.Coupon(discount: 23) });

        var post = (await PostAsync() as SlotOutcome.Planned)!.Post;

        Assert.That(post.Messages[^1].Text, Does.Contain(" 77 "));
        Assert.That(post.Deals.Single().Deal.FinalPrice, Is.EqualTo(Money.FromYuan(77)));
        Assert.That(_stage.Network.Asked.Single().Deal.Coupon, Is.EqualTo(Some.Coupon(discount: 23)), "the link is made with the coupon of today");
        Assert.That(post.Selection.Replaced, Is.Zero);
    }

    [Test]
    public async Task What_a_sync_has_just_seen_is_not_asked_for_again()
    {
        await OfferAsync(Some.Deal("1", seenAt: Some.Morning.AddMinutes(-2)));

        Assert.That(await PostAsync(), Is.InstanceOf<SlotOutcome.Planned>());
        Assert.That(_stage.Network.Rechecked, Is.Empty);
    }

    [Test]
    public async Task A_deal_that_goes_to_many_groups_is_asked_for_once_and_again_when_the_answer_is_old()
    {
        await OfferAsync(Seen("1"));
        await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => _stage.Recheck.AskAsync("li", Seen("1"), ShownPrice.Any, default)));
        _stage.Clock.Advance(TimeSpan.FromMinutes(2));
        await _stage.Recheck.AskAsync("li", Seen("1"), ShownPrice.Any, default);
        Assert.That(_stage.Network.Rechecked, Has.Count.EqualTo(1));

        _stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await _stage.Recheck.AskAsync("li", Seen("1"), ShownPrice.Any, default);
        Assert.That(_stage.Network.Rechecked, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Who_could_not_tell_is_asked_again_soon()
    {
        var recheck = _stage.Network.Recheck;
        _stage.Network.Recheck = FakeNetwork.NotTold;
        await OfferAsync(Some.Deal("1", seenAt: Some.Morning.AddMinutes(-61)));
        Assert.That(await PostAsync(mayDefer: true), Is.InstanceOf<SlotOutcome.Deferred>());
        _stage.Network.Recheck = recheck;

        _stage.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.That(await PostAsync(mayDefer: true), Is.InstanceOf<SlotOutcome.Planned>());
    }

    [Test]
    public async Task Where_the_network_does_not_tell_the_catalog_s_word_is_taken_while_it_is_young()
    {
        _stage.Network.Recheck = FakeNetwork.NotTold;
        await OfferAsync(Seen("1"));

        Assert.That(await PostAsync(), Is.InstanceOf<SlotOutcome.Planned>());
        Assert.That(_stage.Network.Rechecked, Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public async Task Where_the_network_does_not_tell_an_old_price_is_replaced_by_a_younger_one()
    {
        _stage.Network.Recheck = FakeNetwork.NotTold;
        await OfferAsync(Some.Deal("old", rate: 30, seenAt: Some.Morning.AddMinutes(-61)), Seen("young", rate: 20));

        var post = (await PostAsync() as SlotOutcome.Planned)!.Post;

        Assert.That(post.Deals.Single().Deal.Key.ItemId, Is.EqualTo("young"));
        Assert.That(post.Selection.Rejections[RejectReason.PriceUnchecked], Is.EqualTo(1));
    }

    [Test]
    public async Task Where_all_prices_are_old_the_slot_waits_for_a_sync_while_it_may_and_is_then_skipped()
    {
        _stage.Network.Recheck = FakeNetwork.NotTold;
        await OfferAsync(Some.Deal("1", seenAt: Some.Morning.AddMinutes(-61)));

        Assert.That((await PostAsync(mayDefer: true) as SlotOutcome.Deferred)!.Reason.Code, Is.EqualTo("price_unchecked"));
        Assert.That((await PostAsync() as SlotOutcome.Skipped)!.Post.Reason.Code, Is.EqualTo("price_unchecked"));
    }

    [Test]
    public async Task A_price_of_a_moment_to_come_is_trusted_no_more_than_an_old_one()
    {
        _stage.Network.Recheck = FakeNetwork.NotTold;
        await OfferAsync(Some.Deal("1", seenAt: Some.Morning.AddDays(1)));

        Assert.That((await PostAsync() as SlotOutcome.Skipped)!.Post.Reason.Code, Is.EqualTo("price_unchecked"));
    }

    [Test]
    public async Task If_every_deal_falls_the_slot_is_skipped_with_the_reason()
    {
        await OfferAsync(Seen("1"), Seen("2"));
        _stage.Network.Recheck = (_, _) => Task.FromResult<DealCheck>(new DealCheck.Gone(Some.Phrase));

        var skipped = (await PostAsync(mayDefer: true) as SlotOutcome.Skipped)!.Post;

        Assert.That(skipped.Reason, Is.EqualTo(SkipReason.DealGone(Some.Phrase)));
        Assert.That(_stage.Query<long>("SELECT replaced FROM posts").Single(), Is.EqualTo(2));
    }

    [Test]
    public async Task Where_more_deals_fall_than_were_selected_others_are_selected()
    {
        await OfferAsync([.. Enumerable.Range(0, 20).Select(i => Seen($"ended {i:00}", rate: 40)), Seen("next", rate: 10), Seen("worse", rate: 5)]);
        _stage.Network.Recheck = (deal, _) => Task.FromResult<DealCheck>(deal.Key.ItemId.StartsWith("ended", StringComparison.Ordinal) ? new DealCheck.Gone(Some.Phrase) : new DealCheck.Found(deal));

        var post = (await PostAsync() as SlotOutcome.Planned)!.Post;

        Assert.That(post.Deals.Single().Deal.Key.ItemId, Is.EqualTo("next"));
        Assert.That(post.Selection.Rejections[RejectReason.DealGone], Is.EqualTo(20));
        Assert.That(_stage.Network.Rechecked, Is.Unique.And.Not.Contains("worse"));
    }

    [Test]
    public async Task Where_nothing_holds_any_more_the_network_is_not_asked_for_everything()
    {
        await OfferAsync([.. Enumerable.Range(0, 100).Select(i => Seen($"{i:000}"))]);
        _stage.Network.Recheck = (_, _) => Task.FromResult<DealCheck>(new DealCheck.Gone(Some.Phrase));

        Assert.That(await PostAsync(), Is.InstanceOf<SlotOutcome.Skipped>());
        Assert.That(_stage.Network.Rechecked, Has.Count.EqualTo(45).And.Unique, "nine selections of five");
    }

    [Test]
    public async Task What_is_selected_further_is_not_like_what_has_its_place()
    {
        await OfferAsync([Seen("first", rate: 50) with { MainSkuId = "style" }, .. Enumerable.Range(0, 9).Select(i => Seen($"ended {i}", rate: 40)), Seen("alike", rate: 30) with { MainSkuId = "style" }, Seen("other", rate: 10)]);
        _stage.Network.Recheck = (deal, _) => Task.FromResult<DealCheck>(deal.Key.ItemId.StartsWith("ended", StringComparison.Ordinal) ? new DealCheck.Gone(Some.Phrase) : new DealCheck.Found(deal));

        var post = (await _stage.Poster.PostAsync(_stage.Slot(deals: 2), PostKind.Slot, named: null, mayDefer: false, default) as SlotOutcome.Planned)!.Post;

        Assert.That(post.Deals.Select(deal => deal.Deal.Key.ItemId), Is.EqualTo(new[] { "first", "other" }));
    }

    [Test]
    public async Task A_network_that_hangs_is_waited_for_once_and_left_alone_for_a_while()
    {
        _stage.RecheckSettings = new RecheckSettings(TimeSpan.FromMilliseconds(20), TimeSpan.FromHours(1), 1);
        await OfferAsync(Seen("1"), Seen("2"));
        _stage.Network.Recheck = (_, _) => new TaskCompletionSource<DealCheck>().Task;

        Assert.That(await PostAsync(), Is.InstanceOf<SlotOutcome.Planned>());
        await _stage.Recheck.AskAsync("li", Seen("2"), ShownPrice.Any, default);
        await _stage.Recheck.AskAsync("li", Seen("3"), ShownPrice.Any, default);
        Assert.That(_stage.Network.Rechecked, Has.Count.EqualTo(1));

        _stage.Clock.Advance(TimeSpan.FromMinutes(2));
        await _stage.Recheck.AskAsync("li", Seen("4"), ShownPrice.Any, default);
        Assert.That(_stage.Network.Rechecked, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_network_that_is_down_is_left_alone_and_one_that_refuses_an_item_is_not()
    {
        _stage.Network.Recheck = (deal, _) => throw FakeNetwork.Exception(transient: deal.Key.ItemId == "down");

        foreach (var item in new[] { "refused", "refused too", "down", "after" })
        {
            await _stage.Recheck.AskAsync("li", Seen(item), ShownPrice.Any, default);
        }

        Assert.That(_stage.Network.Rechecked, Is.EqualTo(new[] { "refused", "refused too", "down" }));
    }

    [Test]
    public async Task An_answer_for_another_item_is_no_answer()
    {
        await OfferAsync(Seen("1"));
        Say("1", _ => Some.Deal("another", price: 1));

        Assert.That((await PostAsync() as SlotOutcome.Planned)!.Post.Deals.Single().Deal, Is.EqualTo(Seen("1")));
    }

    [Test]
    public async Task What_the_owner_names_is_posted_at_whatever_price_it_has_by_now()
    {
        await OfferAsync(Seen("1"), Seen("named"));
        Say("named", deal => deal with { Price = Money.FromYuan(120), FinalPrice = Money.FromYuan(120) });

        var post = (await _stage.Poster.PostAsync(_stage.Slot(), PostKind.Manual, new DealKey("jd", "named"), mayDefer: false, default) as SlotOutcome.Planned)!.Post;

        Assert.That(post.Messages[^1].Text, Does.Contain(" 120 "));
    }

    [Test]
    public async Task For_an_owner_who_is_not_there_any_more_nobody_is_asked() =>
        Assert.That(await _stage.Recheck.AskAsync("gone", Seen("1"), ShownPrice.Any, default), Is.InstanceOf<RecheckVerdict.Stands>());

    [Test]
    public async Task With_no_patience_nobody_is_asked()
    {
        _stage.RecheckSettings = new RecheckSettings(TimeSpan.Zero, TimeSpan.FromHours(1), 1);
        await OfferAsync(Seen("1"));

        Assert.That(await PostAsync(), Is.InstanceOf<SlotOutcome.Planned>());
        Assert.That(_stage.Network.Rechecked, Is.Empty);
    }

    private static Deal Seen(string id, decimal rate = 10) => Some.Deal(id, rate: rate, seenAt: Synced);

    private Task OfferAsync(params Deal[] deals) => _stage.OfferAsync(deals);

    /// <summary>The network's answer for one item: the deal as it is by then, or null for gone.</summary>
    private void Say(string item, Func<Deal, Deal?> now)
    {
        var others = _stage.Network.Recheck;
        _stage.Network.Recheck = (deal, token) => deal.Key.ItemId != item ? others(deal, token)
            : Task.FromResult<DealCheck>(now(deal) is { } found ? new DealCheck.Found(found) : new DealCheck.Gone(Some.Phrase));
    }

    private Task<SlotOutcome> PostAsync(bool mayDefer = false) => _stage.Poster.PostAsync(_stage.Slot(), PostKind.Slot, named: null, mayDefer, default);
}
