using Microsoft.Extensions.Logging;

namespace DealBot.Core.Digests;

/// <summary>The clock that digests go by, and where their faults are said.</summary>
public sealed record DigestSupervision(TimeProvider Time, ILogger<DigestRound> Logger);
