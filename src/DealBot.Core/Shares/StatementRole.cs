namespace DealBot.Core.Shares;

/// <summary>As what a promoter gets a share of an order.</summary>
public enum StatementRole
{
    /// <summary>It came from a group of their own.</summary>
    Own,

    /// <summary>It came from a group of somebody whom they invited.</summary>
    Inviter,
}
