namespace Cryptocardium.Cards.Domain;

internal static class CardType
{
    public const string Virtual = "virtual";
    public const string Physical = "physical";
}
