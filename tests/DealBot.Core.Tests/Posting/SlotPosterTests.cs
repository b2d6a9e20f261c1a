using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Posting;
using DealBot.Core.Rendering;
using DealBot.Core.Scheduling;
using DealBot.Core.Selection;
using DealBot.Core.Tests.Fakes;
using DealBot.Imaging.Rasterizing;
using DealBot.Storage;

namespace DealBot.Core.Tests.Posting;

public sealed class SlotPosterTests
{
    private PostingStage _stage = null!;

    [SetUp]
    public void SetUp() => _stage = new PostingStage();

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [Test]
    public async Task A_slot_becomes_a_planned_post_with_poster_copy_and_a_link_of_its_own()
    {
        await _stage.OfferAsync(Some.Deal("1", price: 30, finalPrice: 9.9m, title: "纸尿裤"));

        var post = (await PostAsync() as SlotOutcome.Planned)!.Post;

        var code = post.Deals.Single().Code;
        Assert.That(post.Messages, Is.EqualTo(new[] { StoredMessage.OfImage("posters/mama-1_20260601T010000.jpg"), StoredMessage.OfText($"纸尿裤 9.9 https://d.example/g/{code}") }));
        Assert.That((post.GroupId, post.OwnerId, post.Address), Is.EqualTo(("mama-1", "li", "demo")));
        Assert.That(post.ExpiresAt, Is.EqualTo(_stage.Clock.Now.AddMinutes(20)));
        Assert.That(File.Exists(System.IO.Path.Combine(_stage.Posters, "mama-1_20260601T010000.jpg")), Is.True, "the picture is there before the post");
        var link = await new LinkStore(_stage.Database).FindAsync(code, default);
        Assert.That(link!.Target.AbsoluteUri, Does.EndWith($"/1/mama-1_{code}"), "the redirect leads to the link with the group's own id");
    }

    [Test]
    public async Task The_network_is_asked_with_the_group_and_the_code()
    {
        await _stage.OfferAsync(Some.Deal("1"));

        await PostAsync();

        Assert.That(_stage.Network.Asked.Single().Tracking.SubId, Does.StartWith("mama-1_").And.Match("_[2-9a-z]{11}$"));
    }

    [Test]
    public async Task The_same_slot_again_is_already_there_and_changes_nothing()
    {
        await _stage.OfferAsync(Some.Deal("1"), Some.Deal("2"));
        await PostAsync();

        Assert.That(await PostAsync(), Is.InstanceOf<SlotOutcome.AlreadyThere>());

        Assert.That(_stage.Query<long>("SELECT COUNT(*) FROM posts").Single(), Is.EqualTo(1));
        Assert.That(_stage.Query<string>("SELECT item_id FROM post_deals"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Another_deal_by_hand_at_the_very_same_moment_leaves_the_poster_of_the_first()
    {
        await _stage.OfferAsync(Some.Deal("1"), Some.Deal("2"));
        await _stage.Poster.PostAsync(_stage.Slot(), PostKind.Manual, new DealKey("jd", "1"), mayDefer: false, default);
        var poster = System.IO.Path.Combine(_stage.Posters, "mama-1_20260601T010000.jpg");
        File.WriteAllText(poster, "of the first");

        Assert.That(await _stage.Poster.PostAsync(_stage.Slot(), PostKind.Manual, new DealKey("jd", "2"), mayDefer: false, default), Is.InstanceOf<SlotOutcome.AlreadyThere>());

        Assert.That(File.ReadAllText(poster), Is.EqualTo("of the first"));
    }

    [Test]
    public async Task The_next_slot_of_the_group_takes_another_deal()
    {
        await _stage.OfferAsync(Some.Deal("1", rate: 20), Some.Deal("2"));
        await PostAsync();
        _stage.Clock.Advance(TimeSpan.FromHours(1));

        var post = (await PostAsync() as SlotOutcome.Planned)!.Post;

        Assert.That(post.Deals.Single().Deal.Key.ItemId, Is.EqualTo("2"));
    }

    [Test]
    public async Task Without_a_fit_deal_the_slot_is_skipped_and_the_numbers_are_kept()
    {
        await _stage.OfferAsync(Some.Deal("1") with { InStock = false }, Some.Deal("2", rate: 0.1m));

        var skipped = (await PostAsync() as SlotOutcome.Skipped)!.Post;

        Assert.That(skipped.Reason, Is.EqualTo(SkipReason.NoDeal));
        Assert.That(skipped.Selection.Considered, Is.EqualTo(2));
        Assert.That(skipped.Selection.Rejections, Is.EquivalentTo(new Dictionary<RejectReason, int> { [RejectReason.OutOfStock] = 1, [RejectReason.CommissionTooLow] = 1 }));
        Assert.That(_stage.Query<string>("SELECT state || ' ' || reason_code FROM posts").Single(), Is.EqualTo("skipped no_deal"));
    }

    [Test]
    public async Task A_deal_whose_link_is_refused_gives_way_to_the_next_best()
    {
        await _stage.OfferAsync(Some.Deal("best", rate: 30), Some.Deal("next", rate: 20), Some.Deal("third"));
        _stage.Network.Convert = request => request.Deal.Key.ItemId == "best" ? FakeNetwork.Refused() : FakeNetwork.Converted(request);

        var post = (await PostAsync() as SlotOutcome.Planned)!.Post;

        Assert.That(post.Deals.Single().Deal.Key.ItemId, Is.EqualTo("next"));
        Assert.That(post.Selection.Rejections[RejectReason.LinkRefused], Is.EqualTo(1));
        Assert.That(_stage.Network.Asked, Has.Count.EqualTo(2), "no more than needed");
    }

    [Test]
    public async Task If_every_link_is_refused_the_slot_is_skipped_with_that_reason()
    {
        await _stage.OfferAsync(Some.Deal("1"), Some.Deal("2"));
        _stage.Network.Convert = _ => FakeNetwork.Refused();

        var skipped = (await PostAsync() as SlotOutcome.Skipped)!.Post;

        Assert.That(skipped.Reason, Is.EqualTo(SkipReason.LinkRefused(Some.Phrase)));
        Assert.That(skipped.Selection.Rejections[RejectReason.LinkRefused], Is.EqualTo(2));
    }

    [TestCase(true, TestName = "A_fault_of_the_account_stops_asking")]
    [TestCase(false, TestName = "A_network_that_is_down_stops_asking")]
    public async Task Asking_on_would_only_use_up_the_quota(bool refused)
    {
        await _stage.OfferAsync(Some.Deal("1"), Some.Deal("2"), Some.Deal("3"));
        _stage.Network.Convert = _ => refused ? FakeNetwork.Refused(accountFault: true) : throw FakeNetwork.Exception(transient: true);

        Assert.That(await PostAsync(), Is.InstanceOf<SlotOutcome.Skipped>());
        Assert.That(_stage.Network.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_faulty_account_of_one_network_leaves_the_deals_of_another()
    {
        _stage.Config.Edit("owners.json", "{ \"jd\": \"main\" }", "{ \"jd\": \"main\", \"pdd\": \"main\" }");
        await _stage.OfferAsync(Some.Deal("1", rate: 30), Some.Deal("2", rate: 20), Some.Deal("3") with { Key = new DealKey("pdd", "3") });
        _stage.Network.Convert = _ => FakeNetwork.Refused(accountFault: true);

        var post = (await PostAsync() as SlotOutcome.Planned)!.Post;

        Assert.That(post.Deals.Single().Deal.Key, Is.EqualTo(new DealKey("pdd", "3")));
        Assert.That(_stage.Network.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_network_that_may_be_back_in_a_moment_keeps_the_slot_alive_whatever_the_others_refuse()
    {
        _stage.Config.Edit("owners.json", "{ \"jd\": \"main\" }", "{ \"jd\": \"main\", \"pdd\": \"main\" }");
        await _stage.OfferAsync(Some.Deal("1", rate: 30), Some.Deal("3") with { Key = new DealKey("pdd", "3") });
        _stage.Network.Convert = _ => throw FakeNetwork.Exception(transient: true);
        _stage.OtherNetwork.Convert = _ => FakeNetwork.Refused();

        var outcome = await _stage.Poster.PostAsync(_stage.Slot(), PostKind.Slot, named: null, mayDefer: true, default);

        Assert.That((outcome as SlotOutcome.Deferred)?.Reason.Code, Is.EqualTo("network_down"));
        Assert.That(HeldBack(), Is.Empty, "it may yet be posted");
    }

    [Test]
    public async Task Trouble_of_the_network_that_passes_puts_the_slot_off_and_the_best_deal_is_posted_after_all()
    {
        await _stage.OfferAsync(Some.Deal("best", rate: 30), Some.Deal("next", rate: 20));
        _stage.Network.Convert = _ => FakeNetwork.Passing();

        Assert.That((await PostAsync(mayDefer: true) as SlotOutcome.Deferred)?.HasAsked, Is.True);
        Assert.That(_stage.Network.Asked, Has.Count.EqualTo(1), "the next deal would be refused alike");
        Assert.That(HeldBack(), Is.Empty);

        _stage.Network.Convert = FakeNetwork.Converted;
        Assert.That((await PostAsync(mayDefer: true) as SlotOutcome.Planned)?.Post.Deals.Single().Deal.Key.ItemId, Is.EqualTo("best"));
    }

    [Test]
    public async Task Trouble_of_one_network_that_passes_lets_another_one_post_at_once()
    {
        _stage.Config.Edit("owners.json", "{ \"jd\": \"main\" }", "{ \"jd\": \"main\", \"pdd\": \"main\" }");
        await _stage.OfferAsync(Some.Deal("1", rate: 30), Some.Deal("2", rate: 20), Some.Deal("3") with { Key = new DealKey("pdd", "3") });
        _stage.Network.Convert = _ => FakeNetwork.Passing();

        Assert.That((await PostAsync(mayDefer: true) as SlotOutcome.Planned)?.Post.Deals.Single().Deal.Key, Is.EqualTo(new DealKey("pdd", "3")));
        Assert.That(_stage.Network.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Trouble_that_may_be_of_the_one_item_gives_way_to_the_next_best_and_is_waited_for_only_if_that_does_not_help()
    {
        await _stage.OfferAsync(Some.Deal("best", rate: 30), Some.Deal("next", rate: 20));
        _stage.Network.Convert = _ => FakeNetwork.Passing(ofAll: false);
        Assert.That(await PostAsync(mayDefer: true), Is.InstanceOf<SlotOutcome.Deferred>());

        _stage.Network.Convert = request => request.Deal.Key.ItemId == "best" ? FakeNetwork.Passing(ofAll: false) : FakeNetwork.Converted(request);
        Assert.That((await PostAsync(mayDefer: true) as SlotOutcome.Planned)?.Post.Deals.Single().Deal.Key.ItemId, Is.EqualTo("next"));
    }

    [Test]
    public async Task When_there_is_no_time_left_to_wait_the_next_best_is_tried()
    {
        await _stage.OfferAsync(Some.Deal("best", rate: 30), Some.Deal("next", rate: 20));
        _stage.Network.Convert = request => request.Deal.Key.ItemId == "best" ? FakeNetwork.Passing() : FakeNetwork.Converted(request);

        Assert.That((await PostAsync() as SlotOutcome.Planned)?.Post.Deals.Single().Deal.Key.ItemId, Is.EqualTo("next"));
    }

    [Test]
    public async Task A_network_that_refuses_deal_after_deal_is_not_asked_for_the_whole_catalog()
    {
        await _stage.OfferAsync([.. Enumerable.Range(0, 40).Select(number => Some.Deal($"{number}"))]);
        _stage.Network.Convert = _ => FakeNetwork.Refused();

        await PostAsync();

        Assert.That(_stage.Network.Asked, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task A_link_that_does_not_prove_itself_is_no_link_whatever_the_network_says()
    {
        await _stage.OfferAsync(Some.Deal("best", rate: 30), Some.Deal("next", rate: 20));
        _stage.Network.Convert = request => request.Deal.Key.ItemId == "best"
            ? new LinkResult.Converted(new TrackingLink(new Uri(request.Deal.MaterialUrl), request.Tracking, null))
            : FakeNetwork.Converted(request);

        var post = (await PostAsync() as SlotOutcome.Planned)!.Post;

        Assert.That(post.Deals.Single().Deal.Key.ItemId, Is.EqualTo("next"));
        Assert.That(HeldBack(), Is.EqualTo(new[] { "2026-06-01 jd/best main plain_page 3000" }));
    }

    [Test]
    public async Task Each_place_that_was_held_back_is_on_record_once_a_day_with_what_one_sale_would_have_earned()
    {
        await _stage.OfferAsync(Some.Deal("1", rate: 30), Some.Deal("2", rate: 20), Some.Deal("3"));
        _stage.Network.Convert = _ => FakeNetwork.Refused();

        await PostAsync();
        await _stage.Poster.PostAsync(_stage.Slot(at: _stage.Clock.Now.AddHours(2)), PostKind.Slot, named: null, mayDefer: false, default);

        Assert.That(HeldBack(), Is.EqualTo(new[] { "2026-06-01 jd/1 main 2001402 3000" }), "2 and 3 would not have been posted had 1 been");
    }

    [Test]
    public async Task Where_the_account_is_at_fault_every_place_is_held_back_by_it()
    {
        await _stage.OfferAsync(Some.Deal("1", rate: 30), Some.Deal("2", rate: 20), Some.Deal("3"));
        _stage.Network.Convert = _ => FakeNetwork.Refused(accountFault: true);

        await PostAsync(deals: 2);

        Assert.That(HeldBack(), Is.EqualTo(new[] { "2026-06-01 jd/1 main 2001402 3000", "2026-06-01 jd/2 main 2001402 2000" }));
    }

    [Test]
    public async Task A_deal_whose_title_has_a_link_of_its_own_gives_way_to_the_next_best()
    {
        await _stage.OfferAsync(Some.Deal("best", rate: 30, title: "纸巾 加微信看 u.evil.example/x"), Some.Deal("next", rate: 20));

        var post = (await PostAsync() as SlotOutcome.Planned)!.Post;

        Assert.That(post.Deals.Single().Deal.Key.ItemId, Is.EqualTo("next"));
        Assert.That(HeldBack(), Is.EqualTo(new[] { "2026-06-01 jd/best main link_in_title 3000" }));
    }

    [Test]
    public async Task A_template_that_leads_elsewhere_holds_the_post_back()
    {
        _stage.WriteTemplate("copy/default.sbn-txt", "{{ deal.title }} https://item.example/1 {{ deal.link }}");
        await _stage.OfferAsync(Some.Deal("1"));

        var skipped = (await PostAsync() as SlotOutcome.Skipped)!.Post;

        Assert.That(skipped.Reason, Is.EqualTo(SkipReason.ForeignLink("item.example")));
    }

    [TestCase("{{ poster.qr 'https://item.example/1' 0 0 200 }}", "item.example")]
    [TestCase("{{ poster.qr deal.link 0 0 200 }}{{ draw = @poster.qr; draw 'item.example' 0 0 200 }}", "item.example")]
    [TestCase("{{ poster.qr deal.link + '?to=https://item.example' 0 0 200 }}", "d.example")]
    [TestCase("{{ poster.qr 'weixin://dl/business/?t=1' 0 0 200 }}", "dl")]
    [TestCase(@"{{ poster.qr 'https://item.example\\@mine.example/' 0 0 200 }}", "item.example")]
    public async Task A_poster_whose_code_leads_elsewhere_holds_the_post_back(string template, string host)
    {
        _stage.AllowedHosts = ["mine.example"];
        _stage.WriteTemplate("posters/classic.sbn-svg", $"<svg>{template}</svg>");
        await _stage.OfferAsync(Some.Deal("1"));

        Assert.That((await PostAsync() as SlotOutcome.Skipped)?.Post.Reason, Is.EqualTo(SkipReason.ForeignLink(host)));
    }

    [TestCase("{{ poster.qr deal.link 0 0 200 }}")]
    [TestCase("{{ for deal in deals; poster.qr deal.link 0 0 200; end }}")]
    [TestCase("{{ poster.qr 'https://mine.example/about' 0 0 200 }}")]
    public async Task A_poster_whose_code_is_the_group_s_own_link_or_allowed_is_posted(string template)
    {
        _stage.AllowedHosts = ["mine.example"];
        _stage.WriteTemplate("posters/classic.sbn-svg", $"<svg>{template}</svg>");
        await _stage.OfferAsync(Some.Deal("1"));

        Assert.That((await PostAsync() as SlotOutcome.Planned)?.Post.Messages[0].Kind, Is.EqualTo("image"));
    }

    [Test]
    public async Task Where_no_poster_is_sent_its_code_does_not_matter()
    {
        _stage.Adapter.Limits = _stage.Adapter.Limits with { Kinds = MessageKinds.Text };
        _stage.WriteTemplate("posters/classic.sbn-svg", "<svg>{{ poster.qr 'https://item.example/1' 0 0 200 }}</svg>");
        await _stage.OfferAsync(Some.Deal("1"));

        Assert.That(await PostAsync(), Is.InstanceOf<SlotOutcome.Planned>());
    }

    [Test]
    public async Task A_slot_whose_owner_is_taken_out_while_its_deals_are_asked_for_again_waits_for_what_holds_now()
    {
        await _stage.OfferAsync(Some.Deal("1", seenAt: Some.Morning.AddMinutes(-30)));
        _stage.Network.Recheck = (deal, _) =>
        {
            _stage.Config.Edit(OwnersFile.Name, "\"id\": \"li\"", "\"id\": \"wang\"").Edit(GroupsFile.Name, "\"owner\": \"li\"", "\"owner\": \"wang\"");
            Assert.That(_stage.Configuration.Refresh(), Is.Empty);
            return Task.FromResult<DealCheck>(new DealCheck.Found(deal));
        };

        Assert.That((await PostAsync(mayDefer: true) as SlotOutcome.Deferred)?.Reason, Is.EqualTo(SkipReason.Edited));
    }

    private IReadOnlyList<string> HeldBack() => _stage.Query<string>(
        "SELECT day || ' ' || network || '/' || item_id || ' ' || account || ' ' || code || ' ' || commission_fen FROM held_back ORDER BY item_id");

    [Test]
    public async Task A_deal_of_a_network_the_owner_has_no_account_with_is_not_posted()
    {
        await _stage.OfferAsync(Some.Deal("3") with { Key = new DealKey("pdd", "3") });

        Assert.That(await PostAsync(), Is.InstanceOf<SlotOutcome.Skipped>());
        Assert.That(_stage.OtherNetwork.Asked, Is.Empty);
    }

    [Test]
    public async Task A_deal_that_the_owner_names_is_taken_whatever_the_rules_say()
    {
        await _stage.OfferAsync(Some.Deal("best", rate: 30), Some.Deal("named", rate: 0.1m));

        var outcome = await _stage.Poster.PostAsync(_stage.Slot(), PostKind.Manual, new DealKey("jd", "named"), mayDefer: false, default);

        Assert.That((outcome as SlotOutcome.Planned)!.Post.Deals.Single().Deal.Key.ItemId, Is.EqualTo("named"));
    }

    [Test]
    public async Task A_deal_that_the_owner_names_is_not_posted_without_his_link_nor_replaced_by_another()
    {
        await _stage.OfferAsync(Some.Deal("best"), Some.Deal("named"));
        _stage.Network.Convert = _ => FakeNetwork.Refused();

        var outcome = await _stage.Poster.PostAsync(_stage.Slot(), PostKind.Manual, new DealKey("jd", "named"), mayDefer: false, default);

        Assert.That((outcome as SlotOutcome.Skipped)!.Post.Reason.Code, Is.EqualTo("link_refused"));
        Assert.That(_stage.Network.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Preparing_a_post_puts_nothing_on_record()
    {
        await _stage.OfferAsync(Some.Deal("1"));

        var prepared = await _stage.Poster.PrepareAsync(_stage.Slot(), named: null, default);

        Assert.That(prepared.Rendered, Is.InstanceOf<RenderedPost.Ready>());
        Assert.That(_stage.Query<long>("SELECT COUNT(*) FROM posts").Single(), Is.Zero);
    }

    [Test]
    public async Task A_slot_of_three_takes_fewer_if_there_are_no_more()
    {
        await _stage.OfferAsync(Some.Deal("1", category: "母婴"), Some.Deal("2", category: "食品"));

        var post = (await PostAsync(deals: 3) as SlotOutcome.Planned)!.Post;

        Assert.That(post.Deals, Has.Count.EqualTo(2));
        Assert.That(post.Deals.Select(deal => deal.Code), Is.Unique);
    }

    [TestCase("{{ if }}", TestName = "A_copy_that_does_not_parse_skips_the_slot")]
    [TestCase("{{ deal.title | no_such_function }}", TestName = "A_copy_that_fails_skips_the_slot")]
    [TestCase("  \n ", TestName = "A_copy_without_text_skips_the_slot")]
    public async Task Template_faults(string copy)
    {
        _stage.WriteTemplate("copy/default.sbn-txt", copy);
        await _stage.OfferAsync(Some.Deal("1"));

        var skipped = (await PostAsync() as SlotOutcome.Skipped)!.Post;

        Assert.That(skipped.Reason.Code, Is.EqualTo("template"));
        Assert.That(skipped.Reason.Text.Zh, Does.Contain("copy/default.sbn-txt"));
        AssertNothingHalfWritten();
    }

    [Test]
    public async Task A_poster_that_can_not_be_drawn_skips_the_slot()
    {
        _stage.Rasterizer.Fault = new ImagingException("malformed");
        await _stage.OfferAsync(Some.Deal("1"));

        var skipped = (await PostAsync() as SlotOutcome.Skipped)!.Post;

        Assert.That(skipped.Reason.Text.En, Does.Contain("posters/classic.sbn-svg").And.Contain("malformed"));
        AssertNothingHalfWritten();
    }

    [Test]
    public async Task Where_drawing_takes_too_long_the_text_goes_out_alone()
    {
        _stage.Rasterizer.Fault = new ImagingTimeoutException("longer than 20 s");
        await _stage.OfferAsync(Some.Deal("1"));

        var post = (await PostAsync() as SlotOutcome.Planned)!.Post;

        Assert.That(post.Messages.Select(message => message.Kind), Is.EqualTo(new[] { "text" }));
    }

    [Test]
    public async Task Where_nothing_can_be_drawn_at_all_the_text_goes_out_alone()
    {
        _stage.Rasterizer.Fault = new ImagingUnavailableException("no librsvg", "没有 librsvg");
        await _stage.OfferAsync(Some.Deal("1"));

        var post = (await PostAsync() as SlotOutcome.Planned)!.Post;

        Assert.That(post.Messages.Select(message => message.Kind), Is.EqualTo(new[] { "text" }));
    }

    [Test]
    public async Task An_adapter_that_takes_no_pictures_gets_none()
    {
        _stage.Adapter.Limits = new AdapterLimits { Kinds = MessageKinds.Text, TextLength = 2048 };
        await _stage.OfferAsync(Some.Deal("1"));

        var post = (await PostAsync() as SlotOutcome.Planned)!.Post;

        Assert.That(post.Messages.Select(message => message.Kind), Is.EqualTo(new[] { "text" }));
        Assert.That(_stage.Rasterizer.Drawn, Is.Empty);
    }

    [Test]
    public async Task A_copy_longer_than_the_platform_takes_goes_out_in_pieces()
    {
        _stage.Adapter.Limits = _stage.Adapter.Limits with { TextLength = 60 };
        _stage.WriteTemplate("copy/default.sbn-txt", "今天的好价来了，先领券再下单更划算\n{{ deal.link }}");
        await _stage.OfferAsync(Some.Deal("1"));

        var post = (await PostAsync() as SlotOutcome.Planned)!.Post;

        Assert.That(post.Messages.Select(message => message.Kind), Is.EqualTo(new[] { "image", "text", "text" }));
    }

    [Test]
    public async Task Poster_and_copy_are_one_message_where_the_platform_takes_them_so()
    {
        _stage.Adapter.Limits = _stage.Adapter.Limits with { Kinds = Everything, CaptionLength = 1024 };
        await _stage.OfferAsync(Some.Deal("1"));

        var message = (await PostAsync() as SlotOutcome.Planned)!.Post.Messages.Single();

        Assert.That((message.Kind, message.IsPicture), Is.EqualTo(("captioned", true)));
        var sent = (OutgoingMessage.Captioned)message.Open(_stage.PictureFiles);
        Assert.That(sent.Content, Does.Contain("https://d.example/g/"));
        Assert.That(sent.Picture.Bytes.Length, Is.Positive);
    }

    [Test]
    public async Task A_copy_that_is_too_long_for_a_caption_follows_the_poster()
    {
        _stage.Adapter.Limits = _stage.Adapter.Limits with { Kinds = Everything, CaptionLength = 10 };
        await _stage.OfferAsync(Some.Deal("1"));

        var post = (await PostAsync() as SlotOutcome.Planned)!.Post;

        Assert.That(post.Messages.Select(message => message.Kind), Is.EqualTo(new[] { "image", "text" }));
    }

    [TestCase(TextUnit.Utf8Bytes, "image text")]
    [TestCase(TextUnit.Utf16CodeUnits, "captioned")]
    public async Task A_caption_is_measured_as_the_platform_does(TextUnit unit, string kinds)
    {
        _stage.Adapter.Limits = _stage.Adapter.Limits with { Kinds = Everything, CaptionLength = 60, TextUnit = unit };
        _stage.WriteTemplate("copy/default.sbn-txt", "好价好价好价好价好价{{ deal.link }}");
        await _stage.OfferAsync(Some.Deal("1"));

        var post = (await PostAsync() as SlotOutcome.Planned)!.Post;

        Assert.That(string.Join(' ', post.Messages.Select(message => message.Kind)), Is.EqualTo(kinds));
    }

    [Test]
    public async Task A_copy_named_as_markdown_goes_out_as_markdown_cut_to_its_own_limit()
    {
        _stage.Adapter.Limits = _stage.Adapter.Limits with { Kinds = Everything, CaptionLength = 1024, MarkdownLength = 60 };
        _stage.WriteTemplate("copy/deal.sbn-md", "**今天的好价来了，先领券再下单更划算**\n[去看看]({{ deal.link }})");
        await _stage.OfferAsync(Some.Deal("1"));

        var post = (await PostAsync(plan => plan with { Copy = "copy/deal.sbn-md" }) as SlotOutcome.Planned)!.Post;

        Assert.That(post.Messages.Select(message => message.Kind), Is.EqualTo(new[] { "image", "markdown", "markdown" }));
        Assert.That(post.Messages[^1].Open(_stage.PictureFiles), Is.InstanceOf<OutgoingMessage.Markdown>());
    }

    [Test]
    public async Task Markdown_that_the_platform_does_not_take_skips_the_slot_and_names_both()
    {
        _stage.WriteTemplate("copy/deal.sbn-md", "**好价** {{ deal.link }}");
        await _stage.OfferAsync(Some.Deal("1"));

        var skipped = (await PostAsync(plan => plan with { Copy = "copy/deal.sbn-md" }) as SlotOutcome.Skipped)!.Post;

        Assert.That(skipped.Reason.Code, Is.EqualTo("template"));
        Assert.That(skipped.Reason.Text.En, Does.Contain("copy/deal.sbn-md").And.Contain("preview"));
        AssertNothingHalfWritten();
    }

    [Test]
    public async Task One_deal_is_a_card_with_its_prices_and_the_group_s_own_link_where_the_platform_sends_cards()
    {
        _stage.Adapter.Limits = _stage.Adapter.Limits with { Kinds = Everything };
        _stage.WriteTemplate("cards/deal.sbn-txt", "省 {{ deal.saving }} 元");
        var deal = Some.Deal("1", title: "<@all>好奇纸尿裤");
        await _stage.OfferAsync(deal);

        var message = (await PostAsync(plan => plan with { Card = "cards/deal.sbn-txt" }) as SlotOutcome.Planned)!.Post.Messages.Single();

        var card = (OutgoingMessage.Card)message.Open(_stage.PictureFiles);
        Assert.That((card.Title, card.Button), Is.EqualTo(("＜＠all>好奇纸尿裤", "领券购买")));
        Assert.That(card.Content, Does.StartWith("省 "));
        Assert.That(card.Url.AbsoluteUri, Does.StartWith("https://d.example/g/"));
        Assert.That(card.Facts[0], Is.EqualTo(new CardFact("券后", $"¥{deal.FinalPrice.ToPriceText()}")));
        Assert.That(card.PictureUrl, Is.EqualTo(deal.ImageUrl));
        Assert.That(_stage.Rasterizer.Drawn, Is.Empty, "a card needs no poster");
    }

    [Test]
    public async Task Card_and_what_templates_are_given_are_in_the_groups_language()
    {
        _stage.Config.Edit(GroupsFile.Name, "\"id\": \"mama-1\",", "\"id\": \"mama-1\", \"language\": \"english\",");
        _stage.Configuration.Refresh();
        _stage.Adapter.Limits = _stage.Adapter.Limits with { Kinds = Everything };
        _stage.WriteTemplate("cards/deal.sbn-txt", "{{ deal.sales }} sold");
        await _stage.OfferAsync(Some.Deal("1", price: 59, finalPrice: 39) with { Coupon = Some.Coupon(), Sales30Days = 12_345 });

        var message = (await PostAsync(plan => plan with { Card = "cards/deal.sbn-txt" }) as SlotOutcome.Planned)!.Post.Messages.Single();

        var card = (OutgoingMessage.Card)message.Open(_stage.PictureFiles);
        Assert.That((card.Button, card.Content), Is.EqualTo(("Claim and buy", "12k+ sold")));
        Assert.That(card.Facts, Is.EqualTo(new CardFact[] { new("Now", "¥39"), new("Shop price", "¥59"), new("Coupon", "¥20 off"), new("Sold this month", "12k+") }));
    }

    [TestCase(MessageKinds.Text | MessageKinds.Image, 1, "image text")]
    [TestCase(MessageKinds.Text | MessageKinds.Image | MessageKinds.Card, 2, "image text")]
    public async Task Where_there_are_no_cards_or_several_deals_poster_and_copy_go_out(MessageKinds kinds, int deals, string expected)
    {
        _stage.Adapter.Limits = _stage.Adapter.Limits with { Kinds = kinds };
        _stage.WriteTemplate("cards/deal.sbn-txt", "省 {{ deal.saving }} 元");
        await _stage.OfferAsync(Some.Deal("1"), Some.Deal("2"));

        var post = (await PostAsync(plan => plan with { Card = "cards/deal.sbn-txt" }, deals) as SlotOutcome.Planned)!.Post;

        Assert.That(string.Join(' ', post.Messages.Select(message => message.Kind)), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_link_longer_than_the_platform_takes_skips_the_slot()
    {
        _stage.Adapter.Limits = _stage.Adapter.Limits with { TextLength = 20 };
        await _stage.OfferAsync(Some.Deal("1"));

        Assert.That((await PostAsync() as SlotOutcome.Skipped)!.Post.Reason.Code, Is.EqualTo("too_long"));
        AssertNothingHalfWritten();
    }

    [Test]
    public async Task Words_of_the_copy_that_the_law_forbids_are_flagged()
    {
        _stage.WriteTemplate("copy/default.sbn-txt", "第一！顶级好货！{{ deal.link }}");
        await _stage.OfferAsync(Some.Deal("1"));

        var post = (await PostAsync() as SlotOutcome.Planned)!.Post;

        Assert.That(post.AdLawFlags, Is.EquivalentTo(new[] { "第一", "顶级" }));
    }

    private const MessageKinds Everything =
        MessageKinds.Text | MessageKinds.Markdown | MessageKinds.Image | MessageKinds.News | MessageKinds.Captioned | MessageKinds.Card | MessageKinds.File;

    private Task<SlotOutcome> PostAsync(Func<SlotPlan, SlotPlan> change, int deals = 1)
    {
        var slot = _stage.Slot(deals: deals);
        return _stage.Poster.PostAsync(slot with { Plan = change(slot.Plan) }, PostKind.Slot, named: null, mayDefer: false, default);
    }

    private Task<SlotOutcome> PostAsync(int deals = 1, bool mayDefer = false) => _stage.Poster.PostAsync(_stage.Slot(deals: deals), PostKind.Slot, named: null, mayDefer, default);

    private void AssertNothingHalfWritten()
    {
        Assert.That(_stage.Query<string>("SELECT state FROM posts"), Is.EqualTo(new[] { "skipped" }));
        Assert.That(_stage.Query<long>("SELECT (SELECT COUNT(*) FROM messages) + (SELECT COUNT(*) FROM post_deals)").Single(), Is.Zero);
        Assert.That(Directory.Exists(_stage.Posters), Is.False);
    }
}
