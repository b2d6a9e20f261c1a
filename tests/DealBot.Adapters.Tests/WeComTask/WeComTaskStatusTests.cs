using System.Net;
using System.Text;
using DealBot.Adapters.WeComTask;
using DealBot.Contracts;

namespace DealBot.Adapters.Tests.WeComTask;

/// <summary>What became of a task is asked, and what WeCom does not say is not made up.</summary>
public sealed class WeComTaskStatusTests
{
    private WeComTaskStage _stage = null!;

    [SetUp]
    public async Task SetStage() => _stage = await WeComTaskStage.SetAsync();

    [TearDown]
    public async Task CloseStage() => await _stage.DisposeAsync();

    [Test]
    public async Task Waits_for_as_long_as_nobody_confirms()
    {
        var task = await _stage.AddTaskAsync();
        _stage.Time.Advance(TimeSpan.FromDays(40));

        Assert.That(await _stage.AskAsync(task), Is.EqualTo(new ConfirmationState.Waiting()));
    }

    [Test]
    public async Task Is_sent_at_the_moment_of_the_confirmation()
    {
        var task = await _stage.AddTaskAsync();
        _stage.Time.Advance(TimeSpan.FromHours(3));
        _stage.Simulator.Confirm(task);
        var confirmed = _stage.Time.GetUtcNow();
        _stage.Time.Advance(TimeSpan.FromHours(1));

        Assert.That(await _stage.AskAsync(task), Is.EqualTo(new ConfirmationState.Sent(confirmed)));
    }

    [TestCase(2)]
    [TestCase(3)]
    public async Task Has_ended_where_the_group_was_not_reached_though_the_owner_confirmed(int groupStatus)
    {
        var task = await _stage.AddTaskAsync();
        _stage.Simulator.Confirm(task, groupStatus);

        Assert.That(await _stage.AskAsync(task), Is.InstanceOf<ConfirmationState.Ended>());
    }

    [Test]
    public async Task A_state_that_WeCom_does_not_explain_is_unknowable()
    {
        var task = await _stage.AddTaskAsync();
        _stage.Simulator.Confirm(task, groupStatus: 7);

        Assert.That(await _stage.AskAsync(task), Is.InstanceOf<ConfirmationState.Unknowable>());
    }

    [Test]
    public async Task Is_unknowable_while_WeCom_does_not_answer()
    {
        var task = await _stage.AddTaskAsync();
        _stage.Simulator.OtherFaults.BadGateway();

        Assert.That(await _stage.AskAsync(task), Is.InstanceOf<ConfirmationState.Unknowable>());
    }

    [TestCase("""{"userid":"zhangsan","status":0}""", 2, typeof(ConfirmationState.Waiting))]
    [TestCase("""{"userid":"ZhangSan","status":2,"send_time":1760000000}""", 2, typeof(ConfirmationState.Sent))]
    [TestCase("""{"userid":"zhangsan","status":2}""", 1, typeof(ConfirmationState.Unknowable))]
    [TestCase("""{"userid":"zhangsan","status":1}""", 1, typeof(ConfirmationState.Sent))]
    [TestCase("""{"userid":"lisi","status":2}""", 2, typeof(ConfirmationState.Waiting))]
    public async Task Where_the_group_is_not_listed_the_task_tells(string owner, int confirmedStatus, Type state)
    {
        using var http = new HttpClient(new TaskOf(owner));
        var options = WeComTaskStage.OptionsFor(new Uri("https://wecom.example")) with { ConfirmedStatus = confirmedStatus };

        Assert.That(await new WeComTaskAdapter(options, http, _stage.Time).AskAsync("main", "m1", CancellationToken.None), Is.InstanceOf(state));
    }

    private sealed class TaskOf(string owner) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var json = request.RequestUri!.AbsolutePath.Split('/')[^1] switch
            {
                "gettoken" => """{"errcode":0,"access_token":"t","expires_in":7200}""",
                "get_groupmsg_task" => $$"""{"errcode":0,"task_list":[{{owner}}]}""",
                _ => """{"errcode":0,"send_list":[]}""",
            };
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") });
        }
    }
}
