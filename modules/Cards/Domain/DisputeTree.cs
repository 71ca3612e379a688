namespace Cryptocardium.Cards.Domain;

// The whole tree: filed, submitted, then won or answered by the merchant, then perhaps pre-arbitration, then won or lost. Each phase
// is somebody's turn and has a deadline; who lets it pass loses the turn.
internal static class DisputeTree
{
    private static readonly TimeSpan EvidenceWindow = TimeSpan.FromDays(10);

    /// <summary>What Visa gives the merchant's bank for each of its answers.</summary>
    private static readonly TimeSpan MerchantWindow = TimeSpan.FromDays(30);

    private static readonly Dictionary<(string Phase, string Move), DisputeTurn> Turns = new()
    {
        [(DisputePhase.Filed, DisputeMove.Submit)] = DisputeTurn.To(DisputePhase.Submitted),
        [(DisputePhase.Filed, DisputeMove.Reject)] = DisputeTurn.Ends(DisputeOutcomes.NetworkRejected),
        [(DisputePhase.Submitted, DisputeMove.Accept)] = DisputeTurn.Ends(DisputeOutcomes.WonFirstChargeback),
        [(DisputePhase.Submitted, DisputeMove.Represent)] = DisputeTurn.To(DisputePhase.Representment),
        [(DisputePhase.Representment, DisputeMove.Escalate)] = DisputeTurn.To(DisputePhase.PreArbitration),
        [(DisputePhase.Representment, DisputeMove.Concede)] = DisputeTurn.Ends(DisputeOutcomes.CaseLost),
        [(DisputePhase.PreArbitration, DisputeMove.Win)] = DisputeTurn.Ends(DisputeOutcomes.WonPrearbitration),
        [(DisputePhase.PreArbitration, DisputeMove.Lose)] = DisputeTurn.Ends(DisputeOutcomes.PrearbitrationRejected),
    };

    /// <summary>What follows from a move; null when it is not possible in that phase.</summary>
    public static DisputeTurn? Turn(string phase, string move) =>
        Turns.TryGetValue((phase, move), out var turn) ? turn : null;

    /// <summary>The move that a passed deadline stands for.</summary>
    /// <param name="phase">The phase whose deadline passed.</param>
    /// <param name="isAnswered">Whether the customer added evidence in this phase.</param>
    public static string MoveAtDeadline(string phase, bool isAnswered) => phase switch
    {
        DisputePhase.Filed => DisputeMove.Submit,
        DisputePhase.Submitted => DisputeMove.Accept,
        DisputePhase.Representment => isAnswered ? DisputeMove.Escalate : DisputeMove.Concede,
        DisputePhase.PreArbitration => DisputeMove.Win,
        _ => throw new InvalidOperationException($"No dispute is {phase}."),
    };

    /// <summary>How long a phase lasts at most.</summary>
    public static TimeSpan Window(string phase) => IsCustomersTurn(phase) ? EvidenceWindow : MerchantWindow;

    /// <summary>Whether evidence is taken.</summary>
    public static bool IsCustomersTurn(string phase) => phase is DisputePhase.Filed or DisputePhase.Representment;
}
