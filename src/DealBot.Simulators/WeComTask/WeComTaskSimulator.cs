using System.Text.Json;
using DealBot.Simulators.Chat;
using Microsoft.AspNetCore.Http;

namespace DealBot.Simulators.WeComTask;

/// <summary>
/// A local server that speaks the interfaces of WeCom's applications that customer groups need: tokens that lapse, uploads, tasks that wait until
/// <see cref="Confirm"/>, groups, and messages to members. HTTP 200 to everything, the outcome in <c>errcode</c>.
/// </summary>
public sealed class WeComTaskSimulator : ChatServer
{
    private readonly WeComCompany _company;

    private WeComTaskSimulator(WeComTaskSimulatorOptions options)
        : base(options.Time) => _company = new WeComCompany(options);

    /// <summary>Tasks that were taken, oldest first; a copy.</summary>
    public IReadOnlyList<WeComSimulatedTask> Tasks => _company.Tasks;

    /// <summary>Messages to members, oldest first; a copy.</summary>
    public IReadOnlyList<WeComAppMessage> Messages => _company.Messages;

    /// <summary>How many tokens were given out.</summary>
    public int TokensGiven => _company.TokensGiven;

    /// <summary>Starts a simulator on a free port of this machine.</summary>
    public static async Task<WeComTaskSimulator> StartAsync(WeComTaskSimulatorOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var simulator = new WeComTaskSimulator(options);
        await simulator.ListenAsync(cancellationToken);
        return simulator;
    }

    /// <summary>All tokens lapse now.</summary>
    public void LapseTokens() => _company.LapseTokens();

    /// <summary>The owner confirms a task in their client.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="groupStatus">How the group stands then: 1 sent, 2 not reached, 3 has received another.</param>
    public void Confirm(string taskId, int groupStatus = 1) => _company.Confirm(taskId, groupStatus);

    /// <inheritdoc/>
    protected override bool IsPost(HttpRequest request) =>
        request is { Method: "POST", Path.Value: "/cgi-bin/externalcontact/add_msg_template" or "/cgi-bin/message/send" };

    /// <inheritdoc/>
    protected override ChatAnswer Post(ChatRequest request) => Signed(request, body =>
        request.Http.Path.Value == "/cgi-bin/message/send" ? _company.SendToMember(body) : _company.AddTask(body));

    /// <inheritdoc/>
    protected override async Task<ChatAnswer?> AnswerAsync(ChatRequest request) => (request.Http.Method, request.Http.Path.Value) switch
    {
        ("GET", "/cgi-bin/gettoken") => Answer(_company.SignIn(request.Http.Query["corpid"].ToString(), request.Http.Query["corpsecret"].ToString())),
        ("POST", "/cgi-bin/media/upload") => await UploadAsync(request),
        ("POST", "/cgi-bin/externalcontact/get_groupmsg_task") => Signed(request, _company.TaskList),
        ("POST", "/cgi-bin/externalcontact/get_groupmsg_send_result") => Signed(request, _company.SendList),
        ("POST", "/cgi-bin/externalcontact/groupchat/get") => Signed(request, _company.Chat),
        ("POST", "/cgi-bin/externalcontact/groupchat/list") => Signed(request, _company.ChatList),
        _ => null,
    };

    /// <inheritdoc/>
    protected override ChatAnswer Refuse(int code) => Answer(WeComCompany.Code(code));

    private async Task<ChatAnswer> UploadAsync(ChatRequest request)
    {
        var file = await request.FileAsync("media");
        return _company.Judge(TokenOf(request)) is var code and not 0 ? Refuse(code) : Answer(_company.Upload(request.Http.Query["type"].ToString(), file));
    }

    private ChatAnswer Signed(ChatRequest request, Func<JsonElement, object> answer)
    {
        if (_company.Judge(TokenOf(request)) is var code and not 0)
            return Refuse(code);

        try
        {
            using var body = JsonDocument.Parse(request.Body);
            return Answer(answer(body.RootElement));
        }
        catch (JsonException)
        {
            return Refuse(40008);
        }
    }

    private static string TokenOf(ChatRequest request) => request.Http.Query["access_token"].ToString();

    private static ChatAnswer Answer(object answer) => new(JsonSerializer.SerializeToUtf8Bytes(answer));
}
