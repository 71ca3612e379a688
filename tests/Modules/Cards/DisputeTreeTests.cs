using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Tests.Cards;

public sealed class DisputeTreeTests
{
    private static readonly string[] Phases = ["filed", "submitted", "representment", "pre_arbitration"];
    private static readonly string[] Moves = ["submit", "reject", "accept", "represent", "escalate", "concede", "win", "lose"];

    // Phase and move, mapped to the next phase or the outcome. Every other move is refused.
    private static readonly Dictionary<string, string> Tree = new()
    {
        ["filed submit"] = "submitted",
        ["filed reject"] = "network_rejected",
        ["submitted accept"] = "won_first_chargeback",
        ["submitted represent"] = "representment",
        ["representment escalate"] = "pre_arbitration",
        ["representment concede"] = "case_lost",
        ["pre_arbitration win"] = "won_prearbitration",
        ["pre_arbitration lose"] = "prearbitration_rejected",
    };

    [Fact]
    public void Every_move_leads_where_the_tree_says()
    {
        foreach (var phase in Phases)
        {
            foreach (var move in Moves)
            {
                var turn = DisputeTree.Turn(phase, move);
                Assert.Equal((phase, move, Tree.GetValueOrDefault($"{phase} {move}")), (phase, move, turn?.Phase ?? turn?.End));
            }
        }
    }

    [Theory]
    [InlineData("filed", false, "submit", 10)]
    [InlineData("filed", true, "submit", 10)]
    [InlineData("submitted", false, "accept", 30)]
    [InlineData("representment", false, "concede", 10)]
    [InlineData("representment", true, "escalate", 10)]
    [InlineData("pre_arbitration", false, "win", 30)]
    public void A_party_that_lets_a_deadline_pass_loses_the_turn(string phase, bool isAnswered, string move, int days)
    {
        Assert.Equal(move, DisputeTree.MoveAtDeadline(phase, isAnswered));
        Assert.NotNull(DisputeTree.Turn(phase, move));
        Assert.Equal(TimeSpan.FromDays(days), DisputeTree.Window(phase));
        Assert.Equal(days == 10, DisputeTree.IsCustomersTurn(phase));
    }

    [Theory]
    [InlineData("duplicate", "12.6.1", "4834")]
    [InlineData("not_received", "13.1", "4853")]
    [InlineData("fraud", "10.4", "4837")]
    [InlineData("not_as_described", "13.3", "4853")]
    [InlineData("cancelled_subscription", "13.2", "4853")]
    [InlineData("other", "13.x", "4853")]
    public void Each_network_has_its_code_for_a_reason(string reason, string visa, string mastercard)
    {
        Assert.Equal(visa, DisputeCode.Of(reason, BinCatalogue.Of("489517")));
        Assert.Equal(mastercard, DisputeCode.Of(reason, BinCatalogue.Of("557213")));
    }
}
