using System.Net;
using Polly;
using RestEase;

namespace DealBot.Networks.Wire;

/// <summary>Sends, repeats, opens and cleans; knows nothing of signatures and of what is said.</summary>
/// <param name="errors">The network's codes.</param>
/// <param name="retry">Repeats calls that failed for passing reasons.</param>
/// <param name="timeout">Longest wait for one answer, in real time.</param>
/// <param name="secrets">What must never come back in a message; nulls are passed over.</param>
internal sealed class WireClient(WireErrors errors, ResiliencePipeline<WireReply> retry, TimeSpan timeout, params IEnumerable<string?> secrets)
{
    private const int LongestMessage = 200;
    private const int ShortestSecret = 8;

    private readonly string[] _secrets = [.. secrets.OfType<string>().Where(secret => secret.Length >= ShortestSecret)];

    /// <summary>What the business layer answered, refusals included.</summary>
    /// <param name="method">The interface that is called, for the words of an exception.</param>
    /// <param name="send">Signs and sends. A repetition asks again, because gateways refuse old time stamps.</param>
    /// <param name="open">Opens the body; never throws.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="Contracts.NetworkException">
    /// Nothing came from the business layer, or it still asks for patience after all repetitions.
    /// </exception>
    public async Task<WireReply> CallAsync(
        string method, Func<CancellationToken, Task<Response<string>>> send, Func<string?, WireReply> open, CancellationToken cancellationToken)
    {
        var reply = await retry.ExecuteAsync(async token => await SendAsync(send, open, token), cancellationToken);
        return reply.IsBusiness && !errors.Find(reply.Code).IsRetried ? reply : throw errors.ToException(reply, method);
    }

    private async Task<WireReply> SendAsync(
        Func<CancellationToken, Task<Response<string>>> send, Func<string?, WireReply> open, CancellationToken cancellationToken)
    {
        // Real time even under a virtual clock: a socket does not wait faster because a rehearsal does.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            return Read(await send(limit.Token), open);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return WireReply.Failed(WireFaults.Timeout, cause: exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return WireReply.Failed(WireFaults.Transport, cause: exception);
        }
        catch (InvalidOperationException exception) when (exception.InnerException is ArgumentException)
        {
            // The body claims a character set that .NET has not; gateways answer in UTF-8, so this is somebody's error page.
            return WireReply.Failed(WireFaults.HtmlBody, cause: exception);
        }
    }

    private WireReply Read(Response<string> response, Func<string?, WireReply> open)
    {
        using var message = response.ResponseMessage;
        if (message.StatusCode != HttpStatusCode.OK)
        {
            return WireReply.Failed(WireFaults.Http((int)message.StatusCode));
        }

        var reply = open(response.StringContent);
        return reply with { Message = Clean(reply.Message) };
    }

    private string? Clean(string? message)
    {
        if (message is null)
        {
            return null;
        }

        foreach (var secret in _secrets)
        {
            message = message.Replace(secret, "***", StringComparison.OrdinalIgnoreCase);
        }

        message = WireText.OneLine(message);
        return message.Length <= LongestMessage ? message : message[..LongestMessage] + "…";
    }
}
