using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using DealBot.Simulators.OneBot;

namespace DealBot.Simulators.Tests.OneBot;

/// <summary>The two dialects, where they say one thing in two ways.</summary>
[CancelAfter(120_000)]
public sealed class OneBotSimulatorTests
{
    private const string Token = "made-up-token";
    private const long Group = 123456;

    [TestCase(OneBotDialect.Standard, null, 401)]
    [TestCase(OneBotDialect.Standard, "another", 403)]
    [TestCase(OneBotDialect.NapCat, null, 403)]
    [TestCase(OneBotDialect.NapCat, "another", 403)]
    public async Task Refuses_who_has_no_token_or_another(OneBotDialect dialect, string? token, int status)
    {
        await using var bridge = await StartAsync(dialect);

        Assert.That((await CallAsync(bridge, "get_status", token)).Status, Is.EqualTo(status));
        Assert.That(bridge.Received, Is.Empty);
    }

    [TestCase(OneBotDialect.Standard, 404, 1404)]
    [TestCase(OneBotDialect.NapCat, 200, 200)]
    public async Task Does_not_know_an_action(OneBotDialect dialect, int status, int retcode)
    {
        await using var bridge = await StartAsync(dialect);

        var answer = await CallAsync(bridge, "send_what_nobody_knows", Token);

        using var body = JsonDocument.Parse(answer.Body);
        Assert.That((answer.Status, body.RootElement.GetProperty("retcode").GetInt32()), Is.EqualTo((status, retcode)));
    }

    [Test]
    public async Task The_standard_closes_the_door_to_a_WebSocket_without_token_and_NapCat_opens_it_to_say_so(CancellationToken cancellationToken)
    {
        await using var standard = await StartAsync(OneBotDialect.Standard);
        await using var napCat = await StartAsync(OneBotDialect.NapCat);
        using var refused = new ClientWebSocket();
        using var told = new ClientWebSocket();

        Assert.That(async () => await refused.ConnectAsync(standard.SocketAddress, cancellationToken), Throws.InstanceOf<WebSocketException>());
        await told.ConnectAsync(napCat.SocketAddress, cancellationToken);
        var buffer = new byte[4096];
        var said = await told.ReceiveAsync(buffer, cancellationToken);

        Assert.That(Encoding.UTF8.GetString(buffer, 0, said.Count), Does.Contain("1403"));
    }

    [TestCase(OneBotDialect.Standard)]
    [TestCase(OneBotDialect.NapCat)]
    public async Task Says_that_sending_timed_out_and_delivers_all_the_same(OneBotDialect dialect)
    {
        await using var bridge = await StartAsync(dialect);
        bridge.TimeOutButDeliver();

        var answer = await CallAsync(bridge, "send_group_msg", Token);

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(answer.Body, Does.Contain("\"failed\"").And.Contain("Timeout"));
        Assert.That(bridge.Received, Has.Count.EqualTo(1));
    }

    [TestCase(OneBotDialect.Standard, "SEND_MSG_API_ERROR")]
    [TestCase(OneBotDialect.NapCat, "\\u0022result\\u0022: 120")]
    public async Task A_muted_account_posts_nothing(OneBotDialect dialect, string says)
    {
        await using var bridge = await StartAsync(dialect);
        bridge.Mute(Group);

        var answer = await CallAsync(bridge, "send_group_msg", Token);
        bridge.Mute(Group, isMuted: false);
        await CallAsync(bridge, "send_group_msg", Token);

        Assert.That(answer.Body, Does.Contain(says));
        Assert.That(bridge.Received, Has.Count.EqualTo(1));
    }

    private static Task<OneBotSimulator> StartAsync(OneBotDialect dialect) => OneBotSimulator.StartAsync(
        new OneBotSimulatorOptions { Dialect = dialect, AccessToken = Token, Groups = new Dictionary<long, string> { [Group] = "宝妈群" } }, CancellationToken.None);

    private static async Task<(int Status, string Body)> CallAsync(OneBotSimulator bridge, string action, string? token)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bridge.BaseAddress, action))
        {
            Content = new StringContent(JsonSerializer.Serialize(new { group_id = Group, message = new[] { new { type = "text", data = new { text = "好价" } } } })),
        };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
