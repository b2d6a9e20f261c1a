using DealBot.Adapters.WeComTask;
using DealBot.Contracts;

namespace DealBot.Adapters.Tests.WeComTask;

public sealed class WeComTaskTokenTests
{
    private WeComTaskStage _stage = null!;

    [SetUp]
    public async Task SetStage() => _stage = await WeComTaskStage.SetAsync();

    [TearDown]
    public async Task CloseStage() => await _stage.DisposeAsync();

    [Test]
    public async Task One_token_serves_many_calls()
    {
        await _stage.SendAsync(Some.Picture);
        await _stage.SendAsync();

        Assert.That(_stage.Simulator.TokensGiven, Is.EqualTo(1));
    }

    [Test]
    public async Task Is_renewed_before_it_lapses()
    {
        await _stage.SendAsync();
        _stage.Time.Advance(TimeSpan.FromMinutes(116));

        Assert.That(await _stage.SendAsync(), Is.InstanceOf<SendResult.Awaiting>());
        Assert.That((_stage.Simulator.TokensGiven, _stage.Calls), Is.EqualTo((2, 2)));
    }

    [Test]
    public async Task Is_renewed_when_WeCom_refuses_it_before_its_time()
    {
        await _stage.SendAsync();
        _stage.Simulator.LapseTokens();

        Assert.That(await _stage.SendAsync(), Is.InstanceOf<SendResult.Awaiting>());
        Assert.That(_stage.Simulator.Tasks, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Is_renewed_for_questions_too()
    {
        await _stage.SendAsync();
        _stage.Simulator.LapseTokens();

        Assert.That(await _stage.Adapter.CountMembersAsync("main", CancellationToken.None), Is.EqualTo(188));
    }

    [TestCase(40014)]
    [TestCase(42001)]
    public async Task Is_renewed_once_only(int code)
    {
        _stage.Simulator.Faults.AnswerWith(code, calls: 2);

        var result = (SendResult.Rejected)await _stage.SendAsync();

        Assert.That((result.Field, _stage.Calls), Is.EqualTo(("Secret", 2)));
    }

    [Test]
    public async Task A_wrong_secret_is_named_and_not_shown()
    {
        var adapter = _stage.NewAdapter(options => options with { Secret = "another-made-up-secret" });

        var result = (SendResult.Rejected)await adapter.SendAsync(Some.Request("main"), CancellationToken.None);

        Assert.That(result.Field, Is.EqualTo(nameof(WeComTaskOptions.Secret)));
        Assert.That($"{result}", Does.Not.Contain("another-made-up-secret"));
    }
}
