namespace Cryptocardium.Cards.Domain;

// The life of a dispute: filed, submitted, then won or contested by the merchant, then pre-arbitration or lost, then won or lost. Each
// phase is one side's turn with a deadline; a missed deadline loses the turn.
internal static class DisputeTree
{
    private static readonly TimeSpan EvidenceWindow = TimeSpan.FromDays(10);

    /// <summary>The time that Visa gives the merchant's bank for each answer.</summary>
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

    /// <summary>The result of a move; null when the phase does not allow it.</summary>
    public static DisputeTurn? Turn(string phase, string move) =>
        Turns.TryGetValue((phase, move), out var turn) ? turn : null;

    /// <summary>The moves that a phase allows.</summary>
    public static IEnumerable<string> Moves(string phase) => Turns.Keys.Where(turn => turn.Phase == phase).Select(turn => turn.Move);

    /// <summary>The move that a missed deadline stands for.</summary>
    /// <param name="phase">The phase whose deadline passed.</param>
    /// <param name="isAnswered">Whether the customer added evidence in this phase.</param>
    public static string MoveAtDeadline(string phase, bool isAnswered) => phase switch
    {
        DisputePhase.Filed => DisputeMove.Submit,
        DisputePhase.Submitted => DisputeMove.Accept,
        DisputePhase.Representment => isAnswered ? DisputeMove.Escalate : DisputeMove.Concede,
        DisputePhase.PreArbitration => DisputeMove.Win,
        _ => throw new InvalidOperationException($"Dispute phase {phase} is unknown."),
    };

    /// <summary>The time limit of a phase.</summary>
    public static TimeSpan Window(string phase) => IsCustomersTurn(phase) ? EvidenceWindow : MerchantWindow;

    /// <summary>Whether it is the customer's turn, in which evidence is accepted.</summary>
    public static bool IsCustomersTurn(string phase) => phase is DisputePhase.Filed or DisputePhase.Representment;
}
