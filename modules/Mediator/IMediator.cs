namespace Mediator;

/// <summary>The name the Mediator package gives its whole surface; without notifications that is the sender.</summary>
public interface IMediator : ISender;
