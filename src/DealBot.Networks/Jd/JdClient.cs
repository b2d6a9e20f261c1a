using System.Net;
using Polly;
using RestEase;

namespace DealBot.Networks.Jd;

/// <summary>Signs, sends, repeats and opens; knows nothing of deals.</summary>
internal sealed class JdClient(
    JdOptions options,
    JdAccount account,
    IJdGateway gateway,
    ResiliencePipeline<JdReply> retry,
    TimeProvider clock)
{
    private const int LongestMessage = 200;
    private const int ShortestSecret = 8;

    /// <summary>What the business layer answered, refusals included.</summary>
    /// <exception cref="Contracts.NetworkException">
    /// Nothing came from the business layer, or it still asks for patience after all retries.
    /// </exception>
    public async Task<JdReply> CallAsync(JdRequest request, CancellationToken cancellationToken)
    {
        var reply = await retry.ExecuteAsync(async token => await SendAsync(request, token), cancellationToken);
        return reply.IsBusiness && reply.Code != JdReply.TooOften ? reply : throw reply.ToException(request.Method);
    }

    private async Task<JdReply> SendAsync(JdRequest request, CancellationToken cancellationToken)
    {
        // Real time even under a virtual clock: a socket does not wait faster because a rehearsal does.
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        try
        {
            var response = await gateway.CallAsync(options.Gateway, request.Sign(account, clock.GetUtcNow()), timeout.Token);
            return Read(response);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return JdReply.Failed(JdFaults.Timeout, cause: exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return JdReply.Failed(JdFaults.Transport, cause: exception);
        }
        catch (InvalidOperationException exception) when (exception.InnerException is ArgumentException)
        {
            // The body claims a character set that .NET has not; JD's own answers are UTF-8, so this is somebody's error page.
            return JdReply.Failed(JdFaults.HtmlBody, cause: exception);
        }
    }

    private JdReply Read(Response<string> response)
    {
        using var message = response.ResponseMessage;
        var status = message.StatusCode;
        if (status != HttpStatusCode.OK)
        {
            return JdReply.Failed(JdFaults.Http((int)status));
        }

        var reply = JdEnvelope.Read(response.StringContent);
        return reply with { Message = Clean(reply.Message) };
    }

    private string? Clean(string? message)
    {
        if (message is null)
        {
            return null;
        }

        foreach (var secret in new[] { account.AppSecret, account.AccessToken }.Where(secret => secret?.Length >= ShortestSecret))
        {
            message = message.Replace(secret!, "***", StringComparison.OrdinalIgnoreCase);
        }

        message = JdText.OneLine(message);
        return message.Length <= LongestMessage ? message : message[..LongestMessage] + "…";
    }
}
