using System.Text.Json;

namespace DealBot.Contracts;

/// <summary>What the host gives a plugin. No record: written into a log it would show the options.</summary>
public sealed class PluginContext
{
    /// <summary>The plugin's name: that of its folder and of its manifest.</summary>
    public required string Name { get; init; }

    /// <summary>The options: an object, numbers and truths as such, defaults of the schema filled in. May hold secrets.</summary>
    public required JsonElement Options { get; init; }

    /// <summary>A client of the plugin's own; stays the host's to dispose. Follows no redirects and keeps no cookies; no answer takes longer than 2 minutes.</summary>
    public required HttpClient Http { get; init; }

    /// <summary>The clock to use for everything: in tests it is moved by hand.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>How many deals the owner wants listed for each channel.</summary>
    public required int DealsPerChannel { get; init; }

    /// <summary>
    /// Gives <c>Microsoft.Extensions.Logging.ILoggerFactory</c> to a plugin that references Microsoft.Extensions.Logging.Abstractions, which host
    /// and plugins share, and nothing else.
    /// </summary>
    public required IServiceProvider Services { get; init; }
}
