namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>The error codes that the sandbox answers with, by the names that the platform gives them.</summary>
internal static class ErrorCodes
{
    /// <summary>An unknown property in a query or a body.</summary>
    public const string UnknownProperty = "0x0";

    /// <summary>A request that OData itself cannot read.</summary>
    public const string BadRequest = "0x80060888";

    /// <summary>A body that does not fit its table.</summary>
    public const string BadPayload = "0x80048d19";

    /// <summary>A path whose first part names nothing.</summary>
    public const string ResourceNotFound = "0x8006088a";

    public const string ObjectDoesNotExist = "0x80040217";

    public const string QueryBuilderNoAttribute = "0x80041103";

    public const string InvalidArgument = "0x80040203";

    public const string PicklistValueOutOfRange = "0x8004431a";

    public const string StringLengthTooLong = "0x80044331";

    public const string InvalidCharactersInField = "0x80040278";

    public const string InvalidStateCodeStatusCode = "0x80048408";

    public const string AttributeNotNullable = "0x8004203e";

    public const string DuplicateRecord = "0x80040237";

    public const string ConcurrencyVersionMismatch = "0x80060882";

    public const string OptimisticConcurrencyNotEnabled = "0x8006088d";

    public const string CannotDeleteDueToAssociation = "0x80040227";

    public const string UnExpected = "0x80040216";

    public const string NotSupported = "0x80040315";

    public const string EntityDoesNotSupportMessage = "0x80040800";

    public const string PrivilegeDenied = "0x80040220";

    public const string AttributePermissionReadIsMissing = "0x8004f504";

    public const string AttributePermissionUpdateIsMissing = "0x8004f507";

    public const string AttributePrivilegeCreateIsMissing = "0x8004f502";

    public const string QueryContainedSecuredAttribute = "0x8004f506";

    public const string CannotActOnBehalfOfAnotherUser = "0x8004a110";

    public const string UserNotMemberOfOrg = "0x80072560";

    public const string UserNotAssignedRoles = "0x80042f09";

    public const string UserNotEnabled = "0x80040225";
}
