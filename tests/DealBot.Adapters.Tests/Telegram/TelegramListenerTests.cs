using DealBot.Adapters.Telegram;
using DealBot.Contracts;

namespace DealBot.Adapters.Tests.Telegram;

/// <summary>Polling for updates: what was taken is confirmed, and nothing else.</summary>
[CancelAfter(120_000)]
public sealed class TelegramListenerTests
{
    private static readonly string Update = TelegramUpdateTests.Message("\"text\":\"帮助\"");

    private TelegramStage _stage = null!;
    private EventLog _log = null!;
    private CancellationTokenSource _end = null!;

    [SetUp]
    public async Task SetStage() => (_stage, _log, _end) = (await TelegramStage.SetAsync(), new EventLog(), new CancellationTokenSource());

    [TearDown]
    public async Task CloseStage()
    {
        await _end.CancelAsync();
        _end.Dispose();
        await _stage.DisposeAsync();
    }

    [Test]
    public async Task Updates_are_told_until_it_is_cancelled(CancellationToken cancellationToken)
    {
        var listening = _stage.Adapter.ListenAsync(_log, _end.Token);
        _stage.Simulator.Push(TelegramStage.Token, Update);

        Assert.That(await _log.NextAsync(cancellationToken), Is.InstanceOf<ChatEvent.MessageReceived>());
        await _end.CancelAsync();
        Assert.That(async () => await listening, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task What_was_taken_is_confirmed_by_the_next_poll(CancellationToken cancellationToken)
    {
        _stage.Simulator.Push(TelegramStage.Token, Update);
        var listening = _stage.Adapter.ListenAsync(_log, _end.Token);

        await _stage.Simulator.PolledAsync(TelegramStage.Token, 2, cancellationToken);

        Assert.That(_stage.Simulator.Unconfirmed(TelegramStage.Token), Is.Zero);
        Assert.That(_log.All, Has.Count.EqualTo(1));
        Assert.That(listening.IsCompleted, Is.False);
    }

    [Test]
    public async Task What_piled_up_is_told_though_all_of_it_is_more_than_an_answer_may_hold(CancellationToken cancellationToken)
    {
        const int many = 60;
        var text = new string('好', 4096);
        for (var number = 0; number < many; number++)
            _stage.Simulator.Push(TelegramStage.Token, TelegramUpdateTests.Message($$"""  "text":"{{text}}","reply_to_message":{"text":"{{text}}"} """));

        var listening = _stage.Adapter.ListenAsync(_log, _end.Token);
        for (var number = 0; number < many; number++)
            await _log.NextAsync(cancellationToken);

        Assert.That(listening.IsCompleted, Is.False);
    }

    [Test]
    public async Task What_was_not_taken_comes_again(CancellationToken cancellationToken)
    {
        _log.Failure = new HttpRequestException("not now");
        _stage.Simulator.Push(TelegramStage.Token, Update);
        var listening = _stage.Adapter.ListenAsync(_log, _end.Token);
        await _stage.Time.TimerStartedAsync(cancellationToken);
        Assert.That(_stage.Simulator.Unconfirmed(TelegramStage.Token), Is.EqualTo(1));

        _stage.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.That(await _log.NextAsync(cancellationToken), Is.InstanceOf<ChatEvent.MessageReceived>());
        Assert.That(listening.IsCompleted, Is.False);
    }

    [Test]
    public async Task A_fault_of_Telegram_is_outlived(CancellationToken cancellationToken)
    {
        _stage.Simulator.OtherFaults.BadGateway();
        _stage.Simulator.Push(TelegramStage.Token, Update);
        var listening = _stage.Adapter.ListenAsync(_log, _end.Token);
        await _stage.Time.TimerStartedAsync(cancellationToken);

        _stage.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.That(await _log.NextAsync(cancellationToken), Is.InstanceOf<ChatEvent.MessageReceived>());
        Assert.That(listening.IsCompleted, Is.False);
    }

    [Test]
    public async Task A_wrong_token_ends_it_and_is_not_shown()
    {
        const string wrong = "987654321:AAF-another_token_of_nobody_01";

        var exception = await Assert.CatchAsync<ChatListenerException>(() => _stage.WithBot(bot => bot with { Token = wrong }).ListenAsync(_log, _end.Token));

        Assert.That(exception!.Field, Is.EqualTo(nameof(TelegramBot.Token)));
        Assert.That($"{exception}", Does.Not.Contain(wrong));
    }

    [Test]
    public async Task A_webhook_that_is_in_the_way_is_named()
    {
        _stage.Simulator.HasWebhook = true;

        var exception = await Assert.CatchAsync<ChatListenerException>(() => _stage.Adapter.ListenAsync(_log, _end.Token));

        Assert.That(exception!.Field, Is.EqualTo(nameof(TelegramBot.WebhookSecret)));
    }

    [Test]
    public async Task A_second_program_with_the_same_token_is_named(CancellationToken cancellationToken)
    {
        var first = _stage.Adapter.ListenAsync(_log, _end.Token);
        await _stage.Simulator.PolledAsync(TelegramStage.Token, 1, cancellationToken);
        var second = _stage.NewAdapter().ListenAsync(_log, _end.Token);

        var exception = await Assert.CatchAsync<ChatListenerException>(() => first);

        Assert.That(exception!.Reason.Zh, Does.Contain("另一个程序"));
        Assert.That(second.IsCompleted, Is.False);
    }

    [Test]
    public async Task A_bot_with_a_webhook_is_not_polled_for()
    {
        var listening = _stage.WithBot(bot => bot with { WebhookSecret = TelegramStage.WebhookSecret }).ListenAsync(_log, _end.Token);

        await _end.CancelAsync();

        Assert.That(async () => await listening, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_stage.Simulator.Polls(TelegramStage.Token), Is.Zero);
    }
}
