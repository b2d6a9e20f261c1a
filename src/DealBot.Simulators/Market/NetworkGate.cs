using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace DealBot.Simulators.Market;

/// <summary>What happens to a call of a gateway before and after it is answered: it is counted, told of, and meets what goes wrong on the way.</summary>
internal sealed class NetworkGate(NetworkSimulatorOptions options, NetworkFaults faults)
{
    private const string ProxyPage = "<html><head><title>{0}</title></head><body><center><h1>{0}</h1></center></body></html>";

    private readonly ConcurrentDictionary<string, int> _calls = new();

    public IReadOnlyDictionary<string, int> Calls => _calls.ToDictionary();

    public async Task ServeAsync(HttpContext context, string method, Func<string> answer)
    {
        _calls.AddOrUpdate(method, 1, (_, count) => count + 1);
        if (faults.Take(NetworkFault.SlowResponse, method))
            await Task.Delay(faults.SlowBy, context.RequestAborted);

        await TellAsync(options.Answering, method);
        if (!await BreakAsync(context, method))
            await Answers.JsonAsync(context, Cut(answer(), method));
        await TellAsync(options.Answered, method);
    }

    private string Cut(string text, string method) => faults.Take(NetworkFault.TruncatedJson, method) ? text[..(text.Length / 2)] : text;

    private static Task TellAsync(Func<string, Task>? observer, string method) => observer?.Invoke(method) ?? Task.CompletedTask;

    private async Task<bool> BreakAsync(HttpContext context, string method)
    {
        if (faults.Take(NetworkFault.HttpTooManyRequests, method))
            await Answers.HtmlAsync(context, StatusCodes.Status429TooManyRequests, "");
        else if (faults.Take(NetworkFault.HttpBadGateway, method))
            await Answers.HtmlAsync(context, StatusCodes.Status502BadGateway, ProxyPage.Replace("{0}", "502 Bad Gateway", StringComparison.Ordinal));
        else if (faults.Take(NetworkFault.HtmlPage, method))
            await Answers.HtmlAsync(context, StatusCodes.Status200OK, ProxyPage.Replace("{0}", "系统繁忙", StringComparison.Ordinal));
        else
            return false;
        return true;
    }
}
