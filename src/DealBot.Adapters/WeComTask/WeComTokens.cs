using System.Diagnostics.CodeAnalysis;
using System.Net;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.WeComTask;

/// <summary>The application's token: asked for once, kept until shortly before it lapses, asked for anew when WeCom refuses it.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing to dispose.")]
internal sealed class WeComTokens(IWeComApi api, PlatformHttp platform, WeComTaskOptions options, TimeProvider time)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AskDelay = TimeSpan.FromSeconds(15);

    /// <summary>What is assumed of a token that comes without its time; one that lapses sooner is refused and asked for anew.</summary>
    private static readonly TimeSpan UsualLife = TimeSpan.FromHours(2);

    private readonly SemaphoreSlim _turn = new(1);
    private string? _token;
    private DateTimeOffset _renewAt;

    public async Task<WeComPass> GetAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return _token is { } token && time.GetUtcNow() < _renewAt ? new WeComPass(token) : await AskAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Drops a token that was refused, unless somebody else has got a new one meanwhile.</summary>
    public async Task ForgetAsync(string refused, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        if (_token == refused)
            _token = null;
        _turn.Release();
    }

    private async Task<WeComPass> AskAsync(CancellationToken cancellationToken)
    {
        var (answer, failure) = await platform.AskAsync(token => api.GetTokenAsync(options.CorpId, options.Secret, token), cancellationToken);
        if (answer is null)
            return Failed(failure!);
        if (answer.Status != HttpStatusCode.OK)
            return Failed(WeComApiCodes.NotWeCom(answer.Status));
        if (answer.Number("errcode") is { } code and not 0)
            return new WeComPass("", WeComApiCodes.Interpret(code), code);
        if (answer.Text("access_token") is not { Length: > 0 } value)
            return Failed(WeComApiCodes.NotWeCom(answer.Status));

        var life = answer.Number("expires_in") is { } seconds and > 0 ? TimeSpan.FromSeconds(Math.Min(seconds, 86_400)) : UsualLife;
        (_token, _renewAt) = (value, time.GetUtcNow() + (life > 2 * Margin ? life - Margin : life / 2));
        return new WeComPass(value);
    }

    private static WeComPass Failed(Phrase reason) => new("", new SendResult.RetryAfter(AskDelay, reason));
}
