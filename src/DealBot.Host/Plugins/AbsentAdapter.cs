using DealBot.Contracts;

namespace DealBot.Host.Plugins;

/// <summary>Holds the place of a plugin that was left out: what is posted to its groups is on record as failed, with the reason, and all other groups go on.</summary>
internal sealed class AbsentAdapter(PluginFailure failure) : IMessagingAdapter
{
    public string Name => failure.Plugin;

    /// <summary>So much as any message needs: none is to be cut for a plugin that is not there.</summary>
    public AdapterLimits Limits { get; } = new()
    {
        Kinds = MessageKinds.Text | MessageKinds.Image,
        TextLength = 4096,
        ImageBytes = 10 * 1024 * 1024,
    };

    /// <summary>Which addresses the plugin knows can't be asked, so none is called a fault of the configuration.</summary>
    public bool Knows(string address) => true;

    public SendResult.Rejected Refuse(SendRequest request) => new(Reason) { IsOwnCheck = true };

    public Task<SendResult> SendAsync(SendRequest request, CancellationToken cancellationToken) => Task.FromResult<SendResult>(Refuse(request));

    public Task<AddressReport> TestAsync(string address, CancellationToken cancellationToken) => Task.FromResult(AddressReport.Failed(new AccountFault(null, Reason)));

    private Phrase Reason => new($"插件 {failure.Plugin} 没有载入：{failure.Reason.Zh}", $"plugin {failure.Plugin} is not loaded: {failure.Reason.En}");
}
