using System.Net;

namespace DealBot.Host.Composition;

/// <summary>
/// The proxy that the system is set up with, but not for this machine itself. .NET sends even calls to 127.0.0.1 through a proxy that is named in
/// the environment; one that is meant for Telegram would be asked for the bridge next door, and be told its token.
/// </summary>
public sealed class DirectToThisMachine(IWebProxy system) : IWebProxy
{
    /// <inheritdoc/>
    public ICredentials? Credentials
    {
        get => system.Credentials;
        set => system.Credentials = value;
    }

    /// <inheritdoc/>
    public Uri? GetProxy(Uri destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        return destination.IsLoopback ? null : system.GetProxy(destination);
    }

    /// <inheritdoc/>
    public bool IsBypassed(Uri host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.IsLoopback || system.IsBypassed(host);
    }
}
