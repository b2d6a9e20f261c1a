using System.Net;
using DealBot.Adapters.OneBot;
using DealBot.Contracts;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Adapters.Tests.OneBot;

/// <summary>What is said of a group whose members a bridge can only list.</summary>
public sealed class OneBotProbeTests
{
    [TestCase(0, "", "", false, TestName = "A_bridge_that_is_gone_by_then_tells_nothing_of_the_group")]
    [TestCase(502, "bad gateway", "HTTP 502", false, TestName = "A_proxy_that_answers_for_the_bridge_tells_nothing_of_the_group")]
    [TestCase(401, "", "AccessToken", false, TestName = "A_token_that_is_not_accepted_any_more_is_told_as_such")]
    [TestCase(404, "", "get_group_member_list", false, TestName = "A_bridge_that_cannot_list_members_is_told_as_such")]
    [TestCase(200, """{"status":"failed","retcode":100,"message":"GROUP_NOT_FOUND"}""", "123456", true, TestName = "A_bridge_that_refuses_the_list_has_no_members_to_list")]
    [TestCase(200, """{"status":"ok","retcode":0,"data":[]}""", "123456", true, TestName = "A_list_without_members_is_that_of_a_group_the_bot_is_not_in")]
    public async Task Test(int status, string list, string says, bool isNotMember)
    {
        using var http = new HttpClient(new Bridge(status, list));
        var adapter = new OneBotAdapter(OneBotStage.OptionsFor(new Uri("http://127.0.0.1:3000")), http, new ManualTime(), NullLogger<OneBotAdapter>.Instance);

        var reason = (await adapter.TestAsync("main", CancellationToken.None)).Faults.Single().Reason.Zh;

        Assert.That(reason, Does.Contain(says));
        Assert.That(reason.Contains("不在群", StringComparison.Ordinal), Is.EqualTo(isNotMember), reason);
    }

    /// <summary>A bridge that knows the group but not how many are in it, and answers the question for the list as it is told to; not at all for 0.</summary>
    private sealed class Bridge(int status, string list) : HttpMessageHandler
    {
        private const string Known = """{"status":"ok","retcode":0,"data":{"nickname":"小助手","online":true,"group_name":"宝妈群"}}""";

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var isList = request.RequestUri!.AbsolutePath.EndsWith("get_group_member_list", StringComparison.Ordinal);
            return isList && status == 0
                ? throw new HttpRequestException("connection refused")
                : Task.FromResult(new HttpResponseMessage(isList ? (HttpStatusCode)status : HttpStatusCode.OK) { Content = new StringContent(isList ? list : Known) });
        }
    }
}
