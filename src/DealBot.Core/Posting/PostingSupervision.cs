using DealBot.Core.Notices;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Posting;

/// <summary>The clock that posting goes by, and whom it tells what happens.</summary>
public sealed record PostingSupervision(TimeProvider Time, INotices Notices, ILogger<PostingSupervision> Logger);
