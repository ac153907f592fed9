<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<form action="<c:url value="/book"/>" method="post">
  <label><input type="checkbox" name="newsletter" checked> <spring:message code="x" text="Send me the newsletter"/></label>
  <label><input type="checkbox" name="offers" ${empty param.offers ? 'checked' : ''}> Send me your offers</label>
</form>
