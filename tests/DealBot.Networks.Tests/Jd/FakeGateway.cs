using System.Net;
using System.Text;
using System.Text.Json;
using System.Web;

namespace DealBot.Networks.Tests.Jd;

/// <summary>Answers calls from a list, the last answer again and again, and keeps what was asked.</summary>
internal sealed class FakeGateway : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> _answers = new();

    public List<IReadOnlyDictionary<string, string>> Forms { get; } = [];

    public List<Uri> Addresses { get; } = [];

    public FakeGateway Answers(params string[] bodies)
    {
        foreach (var body in bodies)
        {
            Then(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
        }

        return this;
    }

    public FakeGateway AnswersStatus(HttpStatusCode status, string body = "")
    {
        Then(() => new HttpResponseMessage(status) { Content = new StringContent(body) });
        return this;
    }

    public FakeGateway Then(Func<HttpResponseMessage> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    /// <summary>The business parameters of a call, below their wrapper.</summary>
    public JsonElement Parameters(int call) =>
        JsonElement.Parse(Forms[call]["360buy_param_json"]).EnumerateObject().Single().Value;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = HttpUtility.ParseQueryString(await request.Content!.ReadAsStringAsync(cancellationToken));
        Forms.Add(form.AllKeys.ToDictionary(key => key!, key => form[key]!));
        Addresses.Add(request.RequestUri!);
        var answer = _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek();
        return answer();
    }
}
