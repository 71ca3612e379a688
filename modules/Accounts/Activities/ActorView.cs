using Cryptocardium.Kernel;
using Cryptocardium.V1;

namespace Cryptocardium.Accounts.Activities;

// Converts a caller to the actor of an action, and a stored actor to the contract.
internal static class ActorView
{
    public static Actor Of(Caller caller) => caller.Class switch
    {
        CredentialClass.Job when caller == Caller.Operator => new Actor { Type = ActorType.Operator },
        CredentialClass.Job => new Actor { Type = ActorType.Job },
        CredentialClass.Grant => new Actor { Type = ActorType.Agent, Id = caller.CredentialId },
        _ => new Actor { Type = ActorType.Credential, Id = caller.CredentialId },
    };

    public static Actor Show(string type, string? id) => new() { Type = type, Id = id };
}
