namespace DealBot.EndToEnd.Orders;

/// <summary>Ends the program's life in the middle of its work: cancels after a number of calls, with an answer under way.</summary>
internal sealed class InterruptingHandler : DelegatingHandler
{
    private CancellationTokenSource? _life;
    private int _left;

    public InterruptingHandler()
        : base(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
    {
    }

    public void After(int calls, CancellationTokenSource life) => (_left, _life) = (calls, life);

    public void Never() => _life = null;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_life is { } life && --_left < 0)
        {
            _life = null;
            await life.CancelAsync();
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
