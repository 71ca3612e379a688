namespace Cryptocardium.Kernel.Data;

/// <summary>An owned entity whose rows belong to one card. The card itself implements it explicitly, with its <c>Id</c>.</summary>
public interface IOfCard : IOwnedInMode
{
    /// <summary>The card.</summary>
    string CardId { get; }
}
