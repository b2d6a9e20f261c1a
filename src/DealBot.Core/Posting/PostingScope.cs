using DealBot.Contracts;
using DealBot.Core.Configuration;

namespace DealBot.Core.Posting;

/// <summary>What posting goes by: adapters by name, the public links, the owners' configuration, options.</summary>
public sealed record PostingScope(
    IReadOnlyDictionary<string, IMessagingAdapter> Adapters,
    PublicLinks Links,
    LiveConfiguration Configuration,
    PostingOptions Options);
