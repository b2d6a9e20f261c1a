using DealBot.Adapters.Telegram;
using DealBot.Contracts;
using DealBot.Simulators.Chat;

namespace DealBot.Adapters.Tests.Telegram;

/// <summary>The adapter with Telegram as the simulator has it.</summary>
[CancelAfter(120_000)]
public sealed class TelegramChatTests
{
    private TelegramStage _stage = null!;

    [SetUp]
    public async Task SetStage() => _stage = await TelegramStage.SetAsync();

    [TearDown]
    public async Task CloseStage() => await _stage.DisposeAsync();

    [Test]
    public async Task The_link_of_a_text_is_not_visited_for_a_preview()
    {
        await _stage.SendAsync(new OutgoingMessage.Text("券后 9.9 https://deal.example.cn/a"));

        Assert.That(_stage.Simulator.Received.Single().HasNoPreview, Is.True);
    }

    [Test]
    public async Task A_card_has_its_picture_as_preview_and_its_link_as_button()
    {
        await _stage.SendAsync(Some.Card() with { PictureUrl = new Uri("https://deal.example.cn/p/1.png") });

        var received = _stage.Simulator.Received.Single();
        Assert.That((received.PreviewUrl, received.Button, received.ButtonUrl), Is.EqualTo(("https://deal.example.cn/p/1.png", "领券购买", "https://u.example/a")));
    }

    [Test]
    public async Task A_long_card_is_shortened_between_characters()
    {
        await _stage.SendAsync(new OutgoingMessage.News("内购券", string.Concat(Enumerable.Repeat("👨‍👩‍👧", 600)), new Uri("https://u.example/a"), null));

        var text = _stage.Simulator.Received.Single().Text;
        Assert.That(text, Does.EndWith("👨‍👩‍👧…"));
        Assert.That(text, Has.Length.InRange(4096 - 8, 4096));
    }

    [TestCase(750, 1000, true)]
    [TestCase(2000, 8000, true)]
    [TestCase(2000, 8001, false)]
    [TestCase(100, 2000, true)]
    [TestCase(99, 2000, false)]
    public async Task A_picture_with_more_pixels_than_Telegram_takes_is_refused_without_a_call(short width, short height, bool isTaken)
    {
        byte[] header = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, (byte)(width >> 8), (byte)width, 0, 0, (byte)(height >> 8), (byte)height];

        var result = await _stage.SendAsync(new OutgoingMessage.Captioned(new OutgoingMessage.Image(header, "image/png"), "券后 9.9 元"));

        Assert.That((result is SendResult.Sent, _stage.Calls), Is.EqualTo((isTaken, isTaken ? 1 : 0)));
    }

    [Test]
    public void A_bot_leaves_room_in_each_second_for_what_arrives_unevenly()
    {
        var limits = _stage.Adapter.LimitsFor("main");

        Assert.That(30 * limits.LeastGap, Is.GreaterThan(TimeSpan.FromSeconds(1.1)), "thirty a second are allowed");
        Assert.That(limits.MessagesPerMinute, Is.LessThan(30 * 60));
    }

    [Test]
    public async Task The_twenty_first_message_a_minute_waits_while_another_group_goes_on()
    {
        for (var n = 0; n < 20; n++)
        {
            Assert.That(await SendToAsync("main"), Is.InstanceOf<SendResult.Sent>());
            _stage.Time.Advance(TimeSpan.FromSeconds(1));
            _stage.SimulatorTime.Advance(TimeSpan.FromSeconds(1));
        }

        var result = (SendResult.Throttled)await SendToAsync("main");

        Assert.That((result.IsOwnCount, result.OnlyThisAddress), Is.EqualTo((true, true)));
        Assert.That(await SendToAsync("second"), Is.InstanceOf<SendResult.Sent>());
        Assert.That(_stage.Calls, Is.EqualTo(21), "the quota is kept without asking");

        _stage.Time.Advance(result.Delay);
        _stage.SimulatorTime.Advance(result.Delay);
        Assert.That(await SendToAsync("main"), Is.InstanceOf<SendResult.Sent>());
    }

    [Test]
    public async Task The_second_message_of_a_second_waits_while_another_group_goes_on()
    {
        await SendToAsync("main");

        var result = (SendResult.Throttled)await SendToAsync("main");

        Assert.That((result.Delay, result.IsOwnCount, result.OnlyThisAddress), Is.EqualTo((TimeSpan.FromSeconds(1), true, true)));
        Assert.That(await SendToAsync("second"), Is.InstanceOf<SendResult.Sent>());
        _stage.Time.Advance(result.Delay);
        Assert.That(await SendToAsync("main"), Is.InstanceOf<SendResult.Sent>());
    }

    [Test]
    public async Task What_another_program_has_used_up_is_learnt_from_Telegram()
    {
        for (var n = 0; n < 20; n++)
            await _stage.NewAdapter().SendAsync(Some.Request("main"), CancellationToken.None);

        var result = (SendResult.Throttled)await SendToAsync("main");

        Assert.That((result.Delay, result.IsOwnCount), Is.EqualTo((TimeSpan.FromSeconds(60), false)));
    }

    [Test]
    public async Task A_good_address_is_proven_with_the_names_of_bot_and_group()
    {
        var report = await _stage.Adapter.TestAsync("main", CancellationToken.None);

        Assert.That(report.Reach, Is.EqualTo(Reach.Proven));
        Assert.That(report.Note!.Zh, Does.Contain("@haojia_bot").And.Contain("宝妈好价群"));
    }

    [Test]
    public async Task A_wrong_token_is_named_and_not_shown()
    {
        const string wrong = "987654321:AAF-another_token_of_nobody_01";
        var adapter = _stage.WithBot(bot => bot with { Token = wrong });

        var sent = await adapter.SendAsync(Some.Request("main"), CancellationToken.None);
        var fault = (await adapter.TestAsync("main", CancellationToken.None)).Faults.Single();

        Assert.That(((SendResult.Rejected)sent).Field, Is.EqualTo(nameof(TelegramBot.Token)));
        Assert.That(fault.Field, Is.EqualTo(nameof(TelegramBot.Token)));
        Assert.That($"{sent} {fault}", Does.Not.Contain(wrong));
    }

    [Test]
    public async Task A_group_that_the_bot_was_removed_from_is_found_without_posting()
    {
        _stage.Simulator.Kick(TelegramStage.ChatId);

        var report = await _stage.Adapter.TestAsync("main", CancellationToken.None);

        Assert.That(report.Faults.Single().Field, Is.EqualTo(nameof(TelegramChat.ChatId)));
        Assert.That(_stage.Calls, Is.Zero);
    }

    [Test]
    public async Task A_group_that_has_moved_is_found_without_posting()
    {
        _stage.Simulator.Migrate(TelegramStage.ChatId, -1009999);

        var fault = (await _stage.Adapter.TestAsync("main", CancellationToken.None)).Faults.Single();

        Assert.That(fault.Field, Is.EqualTo(nameof(TelegramChat.ChatId)));
        Assert.That(fault.Reason.En, Does.Contain("-1009999"));
    }

    [Test]
    public async Task Members_are_counted_as_Telegram_tells()
    {
        _stage.Simulator.SetMembers(TelegramStage.ChatId, 321);

        Assert.That(await _stage.Adapter.CountMembersAsync("main", CancellationToken.None), Is.EqualTo(321));
    }

    [Test]
    public void Members_of_a_group_that_is_closed_are_not_guessed()
    {
        _stage.Simulator.Kick(TelegramStage.ChatId);

        Assert.That(async () => await _stage.Adapter.CountMembersAsync("main", CancellationToken.None), Throws.InstanceOf<HttpRequestException>());
    }

    private static IEnumerable<TestCaseData> Faults()
    {
        yield return Fault("502", faults => faults.BadGateway());
        yield return Fault("page", faults => faults.Html());
        yield return Fault("429", faults => faults.TooManyRequests(null));
        yield return Fault("cut", faults => faults.CutAnswer());
        yield return Fault("dropped", faults => faults.DropBeforeAccepting());
        yield return Fault("refused", faults => faults.AnswerWith(400));
    }

    [TestCaseSource(nameof(Faults))]
    public async Task No_outcome_shows_the_token(Action<ChatFaults> cause)
    {
        cause(_stage.Simulator.Faults);

        Assert.That($"{await _stage.SendAsync()}", Does.Not.Contain(TelegramStage.Token));
    }

    [Test]
    public async Task A_preview_of_a_picture_tells_its_size_and_text_and_hides_the_token()
    {
        var call = _stage.Adapter.Preview(Some.Request("main", new OutgoingMessage.Captioned(Some.Picture, "券后 9.9"))).Single();

        Assert.That(call.Address, Does.EndWith("/bot***/sendPhoto"));
        Assert.That(call.Body, Does.Contain("券后 9.9").And.Contain($"{Some.Png.Count} bytes"));
        Assert.That(_stage.Calls, Is.Zero);
    }

    private Task<SendResult> SendToAsync(string address) => _stage.Adapter.SendAsync(Some.Request(address), CancellationToken.None);

    private static TestCaseData Fault(string name, Action<ChatFaults> cause) => new TestCaseData(cause).SetArgDisplayNames(name);
}
