using DealBot.Core.Accounts;
using DealBot.Core.Posting;

namespace DealBot.Core.Notices;

/// <summary>What telling goes by: where owners read, whether that account posts, the clock, options.</summary>
public sealed record NoticeScope(PostingScope Posting, IAccountStore Accounts, TimeProvider Time, NoticeOptions Options);
