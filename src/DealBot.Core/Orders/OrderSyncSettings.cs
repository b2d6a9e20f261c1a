using Microsoft.Extensions.Logging;

namespace DealBot.Core.Orders;

/// <summary>What order sync goes by.</summary>
public sealed record OrderSyncSettings(OrderOptions Options, TimeProvider Time, ILogger<OrderSync> Logger);
