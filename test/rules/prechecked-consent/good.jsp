<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<form action="<c:url value="/book"/>" method="post">
  <label><input type="checkbox" name="newsletter" <c:if test="${user.newsletter}">checked</c:if>> <spring:message code="x" text="Send me the newsletter"/></label>
  <label><input type="checkbox" name="offers" ${user.offers ? 'checked' : ''}> Send me your offers</label>
  <%-- <label><input type="checkbox" name="sms" checked> Send me offers by SMS</label> --%>
</form>
